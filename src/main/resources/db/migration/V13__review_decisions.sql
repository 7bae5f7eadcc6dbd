-- What the policy demanded when the case file was gathered; a demand is never lowered afterwards.
-- reviewers: null until the policy was asked, which counts as two
alter table review add column reviewers integer;
alter table review add column risk varchar(10);
alter table review add column hold_with_stronger_proof varchar(20);

-- Requests that wait already began under the rule of one reviewer
update review set reviewers = 1;

-- Completed tasks: what a reviewer decided, under the rules. stage: 1 for the review, 2 for the
-- second approval. recorded_at: when the process took it up
create table review_clearance (
  case_id     varchar(36)  not null references recovery_case (id) on delete cascade,
  stage       integer      not null,
  reviewer    varchar(100) not null,
  decision    varchar(10)  not null,
  reason      varchar(40),
  note        varchar(2000),
  questions   varchar(400),
  challenge   varchar(20),
  cleared_at  timestamp with time zone not null,
  recorded_at timestamp with time zone,
  primary key (case_id, stage)
);
alter table review drop column cleared_by;

-- What support asks a person, round by round. address_id: of the account, where a code goes to it;
-- challenge_state: OPEN, PASSED, FAILED or UNANSWERED, null without a challenge
create table review_inquiry (
  case_id         varchar(36)  not null references recovery_case (id) on delete cascade,
  round           integer      not null,
  asked_by        varchar(100) not null,
  challenge       varchar(20),
  address_id      varchar(36),
  challenge_state varchar(20),
  asked_at        timestamp with time zone not null,
  answered_at     timestamp with time zone,
  primary key (case_id, round)
);

create table review_answer (
  case_id     varchar(36)  not null references recovery_case (id) on delete cascade,
  round       integer      not null,
  question    varchar(40)  not null,
  answer      varchar(1000),
  asked_at    timestamp with time zone not null,
  answered_at timestamp with time zone,
  primary key (case_id, round, question)
);
