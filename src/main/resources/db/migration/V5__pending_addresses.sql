-- what was changed, for cases about a change that was made already
alter table recovery_case add column change varchar(40);

-- Addresses that are to be added to an account. Once added, the address stands with the account
-- alone; change_id then names the change under which it can be taken back.
create table pending_address (
  case_id      varchar(36) primary key references recovery_case (id) on delete cascade,
  kind         varchar(10) not null,
  address      varchar(320),
  confirmed_at timestamp with time zone,
  address_id   varchar(36),
  change_id    varchar(36) unique
);
