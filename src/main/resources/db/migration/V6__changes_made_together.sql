-- The first of several changes that one press of a button made: taken back together
alter table account_activity add column made_with varchar(36);
update account_activity set made_with = change_id;
create index account_activity_made_with on account_activity (made_with);
