-- One row, locked by the node that is starting: what is made at the first start is made once
create table start_lock (
  id integer primary key
);
insert into start_lock (id) values (1);
