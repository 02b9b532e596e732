-- What is computed from facts. Every row here can be rebuilt from facts bit for bit, or is a cache of a pure function.

create table app.account_file (
  workspace_id uuid not null,
  account_id uuid not null,
  file text not null,
  refs text not null,
  facts integer not null,
  primary key (workspace_id, account_id),
  foreign key (workspace_id, account_id) references app.account
);
-- The embedded build carries no lz4; servers that do read files faster with it.
do $$ begin
  alter table app.account_file alter column file set compression lz4;
exception when feature_not_supported then null;
end $$;

create table app.account_day (
  workspace_id uuid not null,
  account_id uuid not null,
  day date not null,
  known_day date not null,
  data text not null,
  -- True once retention pruned the raw usage of the day: it can no longer be recomputed.
  sealed boolean not null default false,
  primary key (workspace_id, account_id, day, known_day),
  foreign key (workspace_id, account_id) references app.account
);

-- Users of a day that has more than 2,000: the day's text then names none.
create table app.account_day_user (
  workspace_id uuid not null,
  account_id uuid not null,
  day date not null,
  known_day date not null,
  user_hash text collate "C" not null,
  events integer not null,
  primary key (workspace_id, account_id, day, known_day, user_hash),
  foreign key (workspace_id, account_id, day, known_day) references app.account_day on delete cascade
);

-- The days of an account that are over, as one text: a cache of account_day that deciding reads in its place.
-- It holds every row of the days from from_day until until; whoever writes an older day drops it.
create table app.usage_window (
  workspace_id uuid not null,
  account_id uuid not null,
  from_day date not null,
  until date not null,
  data text not null,
  primary key (workspace_id, account_id),
  foreign key (workspace_id, account_id) references app.account
);
alter table app.usage_window alter column data set storage external;

-- Usage marks an account; the sweeper decides it, oldest first, each at most once in 30 seconds.
create table app.dirty_account (
  workspace_id uuid not null,
  account_id uuid not null,
  -- A flag, not a comparison of instants: usage that commits after a sweep may carry an earlier one.
  marked boolean not null default true,
  since timestamptz not null,
  decided_at timestamptz,
  primary key (workspace_id, account_id),
  foreign key (workspace_id, account_id) references app.account
);
create index dirty_account_since on app.dirty_account (workspace_id, since) where marked;

create table app.method_version (
  workspace_id uuid not null references app.workspace,
  version integer not null,
  key text not null,
  content_hash text not null,
  source text not null,
  actor text not null,
  published_at timestamptz not null,
  primary key (workspace_id, version)
);

-- A cache of assess at Monday 00:00; also the score's history on screen.
create table app.checkpoint (
  workspace_id uuid not null,
  account_id uuid not null,
  method_version integer not null,
  week date not null,
  data text not null,
  primary key (workspace_id, account_id, method_version, week),
  foreign key (workspace_id, account_id) references app.account
);

create table app.context_snapshot (
  workspace_id uuid not null references app.workspace,
  context_hash text not null,
  data jsonb not null,
  first_at timestamptz not null,
  primary key (workspace_id, context_hash)
);

-- A decision whole, stored when its content changes or a person acts on it.
create table app.decision (
  workspace_id uuid not null,
  account_id uuid not null,
  decision_id uuid not null,
  -- Counts an account's kept decisions: the highest is the newest, whatever the clock said.
  seq integer not null check (seq >= 1),
  as_of date not null,
  decided_at timestamptz not null,
  content_hash text not null,
  engine_version text not null,
  method_version integer not null,
  context_hash text not null,
  data jsonb not null,
  primary key (workspace_id, account_id, decision_id),
  unique (workspace_id, account_id, seq),
  foreign key (workspace_id, account_id) references app.account
);

-- The list of a day: one row per account, sorted and filtered here, never scored here.
create table app.account_list (
  workspace_id uuid not null,
  as_of date not null,
  account_id uuid not null,
  method_version integer not null,
  context_hash text not null,
  name_key text collate "C" not null,
  status text not null,
  segment text,
  band text not null,
  score double precision,
  trend double precision,
  mrr_cents bigint,
  at_stake_cents bigint,
  renews_on date,
  stages text[] not null,
  signals text[] not null,
  listed boolean not null,
  at_risk boolean not null,
  ready boolean not null,
  stalled boolean not null,
  in_window boolean not null,
  late_window boolean not null,
  shallow boolean not null,
  offer text,
  offer_priority double precision,
  attention bigint not null,
  -- All that lists are filtered and counted by, as one text to count by.
  alike text collate "C" not null,
  decision jsonb not null,
  primary key (workspace_id, as_of, account_id),
  foreign key (workspace_id, account_id) references app.account
);
create index account_list_attention on app.account_list (workspace_id, as_of, (-attention), account_id);
create index account_list_name on app.account_list (workspace_id, as_of, name_key, account_id);
create index account_list_account on app.account_list (workspace_id, account_id);
-- What is shown of a decision lies apart from the columns that lists are sorted, filtered and counted by.
alter table app.account_list alter column decision set storage external;

-- Days whose list was once found complete; from then on `list_gap` names the accounts it lacks.
create table app.list_day (
  workspace_id uuid not null references app.workspace,
  as_of date not null,
  method_version integer not null,
  primary key (workspace_id, as_of)
);
-- Rows added by whoever changes the list of a day: their sum tells whether it is still the list that was counted.
create table app.list_change (
  workspace_id uuid not null references app.workspace,
  as_of date not null,
  change_id uuid not null,
  n bigint not null,
  primary key (workspace_id, as_of, change_id)
);
create table app.list_gap (
  workspace_id uuid not null,
  as_of date not null,
  account_id uuid not null,
  primary key (workspace_id, as_of, account_id),
  foreign key (workspace_id, account_id) references app.account
);

create table app.audit (
  workspace_id uuid not null references app.workspace,
  audit_id uuid not null,
  at timestamptz not null,
  actor text not null,
  door text not null,
  verb text not null,
  detail jsonb not null,
  primary key (workspace_id, audit_id)
);

create table app.idempotency (
  workspace_id uuid not null references app.workspace,
  key text not null,
  request_hash text not null,
  status integer not null,
  -- json, not jsonb: the same request is answered with the same bytes.
  response json not null,
  created_at timestamptz not null,
  primary key (workspace_id, key)
);

do $$
declare
  t text;
begin
  foreach t in array array['account_file', 'account_day', 'account_day_user', 'usage_window', 'dirty_account', 'method_version', 'checkpoint',
    'context_snapshot', 'decision', 'account_list', 'list_day', 'list_change', 'list_gap', 'audit', 'idempotency']
  loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format(
      'create policy workspace_wall on app.%I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)'
      ' with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
    execute format('grant select, insert on app.%I to perene_app', t);
  end loop;
end $$;

grant update, delete on app.account_file, app.account_day, app.account_day_user, app.usage_window, app.dirty_account, app.checkpoint, app.account_list,
  app.list_day, app.list_change, app.list_gap to perene_app;
grant delete on app.idempotency to perene_app;
