-- Sessions: when the person last proved who they are, what kind of client it is, and until when the
-- session of an approving device lives although it is not used
alter table session add column authenticated_at timestamp with time zone;
update session set authenticated_at = created_at;
alter table session alter column authenticated_at set not null;
alter table session add column kind varchar(10) default 'BROWSER' not null;
alter table session add column kept_until timestamp with time zone;

-- A device that takes login requests is a factor whose id is that of its session
alter table factor add column expires_at timestamp with time zone;

-- listed: whether the account holder gets to see it; the one who asks cannot tell
-- by_guest: asked for by somebody who has not shown the password
create table login_request (
  id          varchar(36)  primary key,
  case_id     varchar(36)  not null references recovery_case (id) on delete cascade,
  ordinal     integer      not null,
  account_id  varchar(36)  references account (id) on delete cascade,
  number      varchar(2)   not null,
  device      varchar(300),
  network     varchar(64),
  listed      boolean      not null,
  by_guest    boolean      not null,
  state       varchar(20)  not null,
  tries       integer      not null,
  opened_at   timestamp with time zone not null,
  expires_at  timestamp with time zone not null,
  answered_at timestamp with time zone,
  unique (case_id, ordinal)
);
create index login_request_of_account on login_request (account_id, state);

-- lookup: keyed hash by which a typed one is found; what proves it is the slow hash
create table temporary_password (
  id            varchar(36)  primary key,
  account_id    varchar(36)  not null references account (id) on delete cascade,
  app           varchar(60)  not null,
  lookup        varchar(64)  not null unique,
  password_hash varchar(300) not null,
  state         varchar(20)  not null,
  created_at    timestamp with time zone not null,
  expires_at    timestamp with time zone not null,
  ended_at      timestamp with time zone
);
create index temporary_password_of_account on temporary_password (account_id, state);
