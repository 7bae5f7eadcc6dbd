-- What account holders change about their own security

-- whether the next sign-in leads to setting up a new second factor, after a lost one was removed
alter table account add column must_set_up_factor boolean default false not null;

-- addresses that went, so that they can come back when it was not the account holder
create table removed_address (
  change_id  varchar(36)  primary key,
  account_id varchar(36)  not null references account (id) on delete cascade,
  kind       varchar(10)  not null,
  address    varchar(320) not null,
  removed_at timestamp with time zone not null
);
create index removed_address_of_account on removed_address (account_id);

-- what the account holder sees as recent activity; change_id: of a change that they were told of
create table account_activity (
  id         varchar(36) primary key,
  account_id varchar(36) not null references account (id) on delete cascade,
  change_id  varchar(36) unique,
  what       varchar(40) not null,
  device     varchar(300),
  at         timestamp with time zone not null
);
create index account_activity_by_time on account_activity (account_id, at);
