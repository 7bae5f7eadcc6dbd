-- Cases that begin with a known account, and what the account holder sees of the one who asks
alter table recovery_case add column device varchar(300);
alter table recovery_case add column network varchar(64);

-- what a login request asks the account holder to type on the approving device
alter table recovery_case add column approval_number varchar(2);
