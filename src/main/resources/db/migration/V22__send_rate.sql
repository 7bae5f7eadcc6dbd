-- At what pace each channel's provider is called, over all nodes. Both points in time are the
-- database's own, in microseconds since 1970: up to where calls were given out, and up to where
-- messages were told to come again
create table send_rate (
  channel     varchar(20) primary key,
  given_until bigint not null,
  queue_until bigint not null
);
insert into send_rate (channel, given_until, queue_until) values ('TEXT_MESSAGE', 0, 0);
insert into send_rate (channel, given_until, queue_until) values ('EMAIL', 0, 0);
-- When the provider is to be called for a message that had to wait for others
alter table message add column turn_at timestamp with time zone;
