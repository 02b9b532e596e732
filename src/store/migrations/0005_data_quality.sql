-- Which measures speak at each account, what an account's facts say of its domains and group, and what people answered
-- to suggestions of identity.

-- Rows of lists are a cache that cannot tell yet which measures spoke: they are decided again when asked for.
truncate app.account_list, app.list_day, app.list_gap, app.list_change;
-- One letter a measure, in the method's order by pillar: `1` where it has data that counts.
alter table app.account_list add column known text collate "C" not null default '';

-- Told by the facts, like name and tax id; made again with them.
alter table app.account add column domains text[] not null default '{}';
alter table app.account add column economic_group text;
grant update (domains, economic_group) on app.account to perene_app;

-- A person's answer to a suggestion: a pair that is not one customer, tax id roots that are no group. The newest holds.
create table app.identity_answer (
  workspace_id uuid not null references app.workspace,
  kind text not null check (kind in ('same', 'group')),
  -- Both ids of a pair in order, or the root of the tax id.
  subject text not null,
  seq integer not null check (seq >= 1),
  rejected boolean not null,
  reason text not null,
  actor text not null,
  door text not null,
  answered_at timestamptz not null,
  primary key (workspace_id, kind, subject, seq)
);
select app.wall('app.identity_answer');
grant select, insert on app.identity_answer to perene_app;

-- Shells that wait to be assigned are few beside the customers.
create index account_waiting on app.account (workspace_id, account_id) where not assigned;

-- Pairs that may be one customer, as last compared: comparing a large base takes seconds, reading this does not.
create table app.identity_scan (
  workspace_id uuid not null references app.workspace,
  -- What the base looked like when it was compared.
  marker text not null,
  compared_at timestamptz not null,
  pairs jsonb not null,
  primary key (workspace_id)
);
select app.wall('app.identity_scan');
grant select, insert, update on app.identity_scan to perene_app;
