-- The audit log becomes a chain. An entry is sealed when it is written and gets its place in the
-- chain (seq, previous, hash) from one writer a moment later. What is there already is sealed at
-- the first start after this migration, because the key is not in the database.
alter table audit_entry add column network     varchar(64);
alter table audit_entry add column client_hash varchar(64);
alter table audit_entry add column agent       varchar(200);
alter table audit_entry add column seal        varchar(64);
alter table audit_entry add column seq         bigint;
alter table audit_entry add column previous    varchar(64);
alter table audit_entry add column hash        varchar(64);
alter table audit_entry add column chained_at  timestamp with time zone;
create unique index audit_entry_by_seq on audit_entry (seq);

-- One row: the end of the chain, and where it begins now that older entries were removed
create table audit_head (
  id          integer      primary key,
  seq         bigint       not null,
  hash        varchar(64)  not null,
  anchor_seq  bigint       not null,
  anchor_hash varchar(64)  not null,
  seal        varchar(64)
);
insert into audit_head (id, seq, hash, anchor_seq, anchor_hash) values (1, 0, '', 0, '');
