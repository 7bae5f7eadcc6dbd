-- What a person tells support beside their own words: one row for each fact asked and answered
create table review_fact (
  case_id varchar(36)  not null references recovery_case (id) on delete cascade,
  fact    varchar(30)  not null,
  answer  varchar(320) not null,
  primary key (case_id, fact)
);

-- Files that a person adds to a request, as counted: a row stays when its file was refused or taken
-- back, so that tries can be counted. slot: the place that a file takes among those a case may have
create table evidence (
  id          varchar(36) primary key,
  case_id     varchar(36) not null references recovery_case (id) on delete cascade,
  client_hash varchar(64) not null,
  slot        integer,
  state       varchar(20) not null,
  name        varchar(80) not null,
  kind        varchar(10) not null,
  pages       integer     default 0 not null,
  bytes       bigint      default 0 not null,
  added_at    timestamp with time zone not null,
  unique (case_id, slot)
);
create index evidence_of_client on evidence (client_hash, added_at);

-- Their pictures, drawn anew and encrypted; none is larger than a million bytes
create table evidence_page (
  evidence_id varchar(36) not null references evidence (id) on delete cascade,
  page        integer     not null,
  media_type  varchar(20) not null,
  content     bytea       not null,
  primary key (evidence_id, page)
);
