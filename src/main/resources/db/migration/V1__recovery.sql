-- All times are UTC. Ids are random UUIDs in text form and never serve as secrets.

create table account (
  id              varchar(36)  primary key,
  user_name       varchar(100) not null unique,
  display_name    varchar(200) not null,
  locale          varchar(20)  not null,
  status          varchar(20)  not null,
  kind            varchar(20)  not null,
  second_factor   boolean      not null,
  password_hash   varchar(300),
  password_set_at timestamp with time zone,
  created_at      timestamp with time zone not null
);

create table account_address (
  id          varchar(36)  primary key,
  account_id  varchar(36)  not null references account (id) on delete cascade,
  kind        varchar(10)  not null,
  address     varchar(320) not null,
  verified_at timestamp with time zone,
  notify      boolean      not null,
  position    integer      not null,
  unique (account_id, kind, address)
);
create index account_address_lookup on account_address (kind, address);

create table factor (
  id         varchar(36) primary key,
  account_id varchar(36) not null references account (id) on delete cascade,
  kind       varchar(30) not null,
  state      varchar(20) not null,
  secret     varchar(500),
  last_step  bigint,
  created_at timestamp with time zone not null
);
create index factor_of_account on factor (account_id, kind);

create table backup_code (
  id         varchar(36)  primary key,
  account_id varchar(36)  not null references account (id) on delete cascade,
  ordinal    integer      not null,
  code_hash  varchar(300) not null,
  state      varchar(20)  not null,
  created_at timestamp with time zone not null,
  used_at    timestamp with time zone,
  unique (account_id, ordinal)
);

create table session (
  id           varchar(36) primary key,
  account_id   varchar(36) not null references account (id) on delete cascade,
  token_hash   varchar(64) not null unique,
  device       varchar(300),
  created_at   timestamp with time zone not null,
  last_used_at timestamp with time zone not null,
  ended_at     timestamp with time zone
);
create index session_of_account on session (account_id);

-- subject: account id, or a keyed hash of what a guest typed when no account matches
create table factor_tries (
  subject        varchar(100) not null,
  way            varchar(30)  not null,
  window_started timestamp with time zone not null,
  window_tries   integer      not null,
  consecutive    integer      not null,
  primary key (subject, way)
);

create table recovery_case (
  id                    varchar(36)  primary key,
  token_hash            varchar(64)  not null unique,
  objection_hash        varchar(64)  not null unique,
  purpose               varchar(30)  not null,
  identifier_kind       varchar(20)  not null,
  identifier            varchar(400),
  account_id            varchar(36),
  typed_address_id      varchar(36),
  typed_target_hash     varchar(64),
  subject               varchar(100) not null,
  client_hash           varchar(64)  not null,
  locale                varchar(20)  not null,
  status                varchar(20)  not null,
  step                  varchar(40)  not null,
  step_number           integer      not null,
  way                   varchar(30),
  confirms_contact      boolean      not null,
  ways                  varchar(200) not null,
  offers                varchar(400) not null,
  due_at                timestamp with time zone,
  notice                varchar(40),
  hold_until            timestamp with time zone,
  pending_password_hash varchar(300),
  created_at            timestamp with time zone not null,
  changed_at            timestamp with time zone not null,
  restored_at           timestamp with time zone
);
create index recovery_case_of_account on recovery_case (account_id, status);
create index recovery_case_of_client on recovery_case (client_hash, created_at);

create table proof (
  id         varchar(36) primary key,
  case_id    varchar(36) not null references recovery_case (id) on delete cascade,
  way        varchar(30) not null,
  kind       varchar(20) not null,
  address_id varchar(36),
  proven_at  timestamp with time zone not null,
  unique (case_id, way)
);

create table code_issue (
  id          varchar(36) primary key,
  case_id     varchar(36) not null references recovery_case (id) on delete cascade,
  way         varchar(30) not null,
  code_use    varchar(20) not null,
  number      integer     not null,
  target_hash varchar(64) not null,
  address_id  varchar(36),
  link_hash   varchar(64) not null unique,
  deliverable boolean     not null,
  state       varchar(20) not null,
  issued_at   timestamp with time zone not null,
  expires_at  timestamp with time zone not null,
  link_expires_at timestamp with time zone not null,
  unique (case_id, way, number)
);

create table send_target (
  target_hash varchar(64) primary key,
  last_claim  timestamp with time zone not null
);

create table message (
  id             varchar(36)  primary key,
  case_id        varchar(36)  not null,
  code_issue_id  varchar(36),
  purpose        varchar(40)  not null,
  channel        varchar(20)  not null,
  target         varchar(320),
  target_hash    varchar(64)  not null,
  target_prefix  varchar(20),
  client_hash    varchar(64),
  locale         varchar(20)  not null,
  state          varchar(20)  not null,
  cause          varchar(60),
  provider       varchar(20),
  provider_id    varchar(200),
  receipt        varchar(30),
  receipt_cause  varchar(60),
  created_at     timestamp with time zone not null,
  changed_at     timestamp with time zone not null
);
create index message_of_case on message (case_id);
create index message_of_target on message (target_hash, created_at);
create index message_of_client on message (client_hash, created_at);
create index message_of_prefix on message (target_prefix, created_at);
create index message_by_time on message (created_at);
create unique index message_of_provider on message (provider, provider_id);

create table opt_out (
  target_hash varchar(64) primary key,
  channel     varchar(20) not null,
  noted_at    timestamp with time zone not null
);

-- receipts that came before the provider's answer was stored
create table early_receipt (
  provider    varchar(20)  not null,
  provider_id varchar(200) not null,
  status      varchar(30)  not null,
  cause       varchar(60),
  noted_at    timestamp with time zone not null,
  primary key (provider, provider_id, status)
);

-- what the embedded providers "sent"; empty when real providers are configured
create table mailroom_message (
  id         varchar(36)   primary key,
  message_id varchar(36)   not null,
  channel    varchar(20)   not null,
  sender     varchar(320)  not null,
  target     varchar(320)  not null,
  subject    varchar(400),
  text_body  varchar(8000) not null,
  html_body  varchar(16000),
  sent_at    timestamp with time zone not null
);
create index mailroom_by_time on mailroom_message (sent_at);

create table review (
  id                   varchar(36)   primary key,
  case_id              varchar(36)   not null unique references recovery_case (id) on delete cascade,
  statement            varchar(4000),
  lost                 varchar(400),
  last_sign_in         varchar(200),
  contact              varchar(320),
  contact_confirmed_at timestamp with time zone,
  state                varchar(20)   not null,
  cleared_by           varchar(100),
  reviewer             varchar(100),
  reason               varchar(40),
  note                 varchar(2000),
  requested_at         timestamp with time zone not null,
  decided_at           timestamp with time zone
);
create index review_by_state on review (state, requested_at);

create table audit_entry (
  id       varchar(36)  primary key,
  at       timestamp with time zone not null,
  case_id  varchar(36),
  actor    varchar(120) not null,
  action   varchar(60)  not null,
  outcome  varchar(60)  not null,
  detail   varchar(400)
);
create index audit_entry_of_case on audit_entry (case_id);
