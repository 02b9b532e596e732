-- What follows from an account's file is kept by its print: to know that a file is still the same, it is not read.
alter table app.account_file add column print text not null generated always as (md5(file)) stored;
