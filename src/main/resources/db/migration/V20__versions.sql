-- Who made a deployment of diagrams. The engine keeps when, under what name, and the files.
-- deployed_by: staff login, null for the application itself. application: its version, if it has one.
-- back_to: the deployment whose files were deployed once more, null for all others
create table process_deployment (
  deployment_id varchar(64) primary key,
  deployed_by   varchar(120),
  application   varchar(60),
  back_to       varchar(64)
);

-- What the guard said of a deployment that it let pass, in its order
create table process_warning (
  deployment_id varchar(64)  not null references process_deployment (deployment_id),
  ordinal       integer      not null,
  place         varchar(600) not null,
  message       varchar(900) not null,
  primary key (deployment_id, ordinal)
);
