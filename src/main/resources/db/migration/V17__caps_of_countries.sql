-- Codes sent to the numbers of one country within the hour are counted before each new one
create index message_of_country on message (country, created_at);
