-- What an account was signed in from: keyed hashes of a shortened network and of a kind of device.
-- Of sign-ins before this table only the time is known
create table known_client (
  account_id  varchar(36) not null references account (id) on delete cascade,
  kind        varchar(10) not null,
  client_hash varchar(64) not null,
  first_seen  timestamp with time zone not null,
  last_seen   timestamp with time zone not null,
  primary key (account_id, kind, client_hash)
);
insert into known_client (account_id, kind, client_hash, first_seen, last_seen)
  select account_id, 'EARLIER', '-', min(created_at), max(created_at) from session
  group by account_id;

-- When contact data changed, and a keyed hash of the address that came or went; null for changes
-- made before this table
create table contact_change (
  id           varchar(36) primary key,
  account_id   varchar(36) not null references account (id) on delete cascade,
  what         varchar(10) not null,
  address_hash varchar(64),
  at           timestamp with time zone not null
);
create index contact_change_of_account on contact_change (account_id, at);
insert into contact_change (id, account_id, what, at)
  select id, account_id, case when what = 'address-added' then 'ADDED' else 'REMOVED' end, at
  from account_activity where what in ('address-added', 'address-removed');
