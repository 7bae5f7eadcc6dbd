-- Addresses that a code could not be delivered to, until their holder has looked at them
create table address_to_check (
  address_id varchar(36) primary key references account_address (id) on delete cascade,
  account_id varchar(36) not null references account (id) on delete cascade,
  noted_at   timestamp with time zone not null
);
create index address_to_check_of_account on address_to_check (account_id);
