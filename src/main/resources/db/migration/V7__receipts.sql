-- When the provider's report came: said to the person, and what the pace of a channel is taken from
alter table message add column receipt_at timestamp with time zone;
