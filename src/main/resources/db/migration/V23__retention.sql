-- One row: when what is past its time is removed next (due_at), until when the node that is at it has
-- it for itself (busy_until; null while none is), and when all of it last was done (succeeded_at)
create table retention_run (
  id           integer     primary key,
  due_at       timestamp with time zone not null,
  holder       varchar(36),
  busy_until   timestamp with time zone,
  succeeded_at timestamp with time zone
);
insert into retention_run (id, due_at) values (1, timestamp with time zone '1970-01-01 00:00:00+00:00');

-- Old cases and files are looked for from the oldest on. Not by the time of the last change: that
-- changes with each step, and every index would be written anew with it
create index recovery_case_by_time on recovery_case (created_at);
create index evidence_by_time on evidence (added_at);

-- One row: a keyed hash by which a start sees whether its server key is the one of this database; null
-- until the first start. Tells nothing of the key
create table server_key_check (
  id       integer     primary key,
  key_hash varchar(64)
);
insert into server_key_check (id) values (1);
