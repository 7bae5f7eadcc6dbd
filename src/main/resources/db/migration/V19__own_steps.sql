-- The own step that a case came to last; the case itself says whether it still waits there.
-- title: in English, then a line for each other language
create table own_step (
  case_id varchar(36)   primary key references recovery_case (id) on delete cascade,
  task_id varchar(64)   not null,
  form_id varchar(400)  not null,
  title   varchar(2000) not null
);
