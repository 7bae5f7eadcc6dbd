-- How well the channels work, measured from the messages themselves. failures and failed_at: hand-overs
-- that the provider could not take; handed_at: when it took or refused it, and when it would have for a decoy.
-- country: of the number, ISO 3166; null for mail and for decoys
alter table message add column country varchar(2);
alter table message add column failures integer default 0 not null;
alter table message add column failed_at timestamp with time zone;
alter table message add column handed_at timestamp with time zone;

-- Country of the number that was typed, kept when the number itself is forgotten
alter table recovery_case add column typed_country varchar(2);

-- Since when a channel is as it is; null while it always was
create table channel_state (
  channel varchar(20) primary key,
  health  varchar(10) not null,
  since   timestamp with time zone
);
insert into channel_state (channel, health) values ('TEXT_MESSAGE', 'GOOD');
insert into channel_state (channel, health) values ('EMAIL', 'GOOD');

-- Trouble and work that staff announce. countries: ISO 3166 codes with commas between, empty for all
create table service_notice (
  id        varchar(36)  primary key,
  kind      varchar(20)  not null,
  channels  varchar(100) not null,
  countries varchar(400) not null,
  text_en   varchar(500),
  text_ja   varchar(500),
  text_mr   varchar(500),
  starts_at timestamp with time zone not null,
  ends_at   timestamp with time zone,
  opened_by varchar(100) not null,
  opened_at timestamp with time zone not null,
  closed_by varchar(100),
  closed_at timestamp with time zone
);
create index service_notice_by_time on service_notice (starts_at);
