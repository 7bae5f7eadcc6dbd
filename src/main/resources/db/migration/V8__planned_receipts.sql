-- Reports to come of messages that no outside provider reports on: decoys, and what the embedded
-- mailroom keeps
create table planned_receipt (
  message_id varchar(36) primary key,
  status     varchar(30) not null,
  cause      varchar(60),
  due_at     timestamp with time zone not null
);
create index planned_receipt_by_time on planned_receipt (due_at);
