-- Text messages that came in: what they asked for, not what they said. The number is kept for the
-- answer and goes with the row
create table inbound_text (
  id          varchar(36)  primary key,
  provider    varchar(20)  not null,
  provider_id varchar(200) not null,
  sender      varchar(20)  not null,
  sender_hash varchar(64)  not null,
  keyword     varchar(20)  not null,
  answered    boolean      not null,
  received_at timestamp with time zone not null,
  unique (provider, provider_id)
);
create index inbound_text_of_sender on inbound_text (sender_hash, received_at);
create index inbound_text_by_time on inbound_text (received_at);
