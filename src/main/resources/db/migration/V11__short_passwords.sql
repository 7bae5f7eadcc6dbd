-- Whether the password is long enough to protect the account alone; null until that is known
alter table account add column password_stands_alone boolean;
