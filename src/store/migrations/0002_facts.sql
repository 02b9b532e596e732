-- Facts and identities. Facts are only ever inserted: corrections are later revisions, withdrawals are rows of their own.
-- account_id on a fact is the home account of its shell and never changes; merges live in account_edge.

create table app.account (
  workspace_id uuid not null references app.workspace,
  account_id uuid not null,
  -- The account it is read as: itself unless merged. A projection of account_edge.
  root_id uuid not null,
  name text not null,
  tax_id text,
  segment text,
  -- False: the shell waits in the inbox for a person to assign it.
  assigned boolean not null default true,
  created_at timestamptz not null,
  primary key (workspace_id, account_id)
);
create index account_root on app.account (workspace_id, root_id);

-- Which account an outside identity belongs to. The only table of accounts whose key does not hold account_id:
-- small, read by key, replicated as a reference table when the store is distributed.
create table app.shell_key (
  workspace_id uuid not null,
  source text not null,
  key text not null,
  account_id uuid not null,
  matched_by text not null,
  created_at timestamptz not null,
  primary key (workspace_id, source, key),
  foreign key (workspace_id, account_id) references app.account
);
create index shell_key_account on app.shell_key (workspace_id, account_id);

create table app.account_edge (
  workspace_id uuid not null,
  account_id uuid not null,
  edge_id uuid not null,
  -- Counts an account's edges: ids are ordered by the clock, and clocks step back.
  seq integer not null check (seq >= 1),
  into_id uuid not null,
  -- True joins, false takes the join back; the edge of the highest number holds.
  joined boolean not null,
  reason text not null,
  actor text not null,
  door text not null,
  recorded_at timestamptz not null,
  primary key (workspace_id, account_id, edge_id),
  unique (workspace_id, account_id, seq),
  foreign key (workspace_id, account_id) references app.account,
  foreign key (workspace_id, into_id) references app.account
);

-- Normalised words of names for search: under row-level security a pattern match could not use an index.
create table app.account_token (
  workspace_id uuid not null,
  token text collate "C" not null,
  account_id uuid not null,
  primary key (workspace_id, token, account_id),
  foreign key (workspace_id, account_id) references app.account
);
create index account_token_account on app.account_token (workspace_id, account_id);

create table app.fact (
  workspace_id uuid not null,
  account_id uuid not null,
  fact_id uuid not null,
  type text not null,
  occurred_at timestamptz not null,
  known_at timestamptz not null,
  recorded_at timestamptz not null,
  hindsight boolean not null,
  source text not null,
  external_id text not null,
  revision integer not null check (revision >= 1),
  content_hash text not null,
  actor text not null,
  door text not null,
  import_id uuid,
  schema_version integer not null,
  body jsonb not null,
  primary key (workspace_id, account_id, fact_id),
  -- A record is told by type, source and outside id: one row of a sheet may give several facts.
  unique (workspace_id, account_id, source, external_id, type, revision),
  foreign key (workspace_id, account_id) references app.account
);
create index fact_import on app.fact (workspace_id, import_id) where import_id is not null;
create index fact_offers on app.fact (workspace_id, type) where type in ('offer-accepted', 'offer-refused');

-- Free text lies apart from numbers and codes, so that it can be read by few and erased for good.
create table app.fact_text (
  workspace_id uuid not null,
  account_id uuid not null,
  fact_id uuid not null,
  field text not null,
  body text not null,
  primary key (workspace_id, account_id, fact_id, field),
  foreign key (workspace_id, account_id, fact_id) references app.fact
);

-- The newest row of a fact holds: withdrawn facts are in no as-of view; importing again revives them.
create table app.withdrawal (
  workspace_id uuid not null,
  account_id uuid not null,
  fact_id uuid not null,
  seq integer not null,
  withdrawn boolean not null,
  import_id uuid,
  actor text not null,
  door text not null,
  recorded_at timestamptz not null,
  primary key (workspace_id, account_id, fact_id, seq),
  foreign key (workspace_id, account_id, fact_id) references app.fact
);

-- Same event id with other content: kept apart and named, never silently taken or dropped.
create table app.fact_conflict (
  workspace_id uuid not null,
  account_id uuid not null,
  conflict_id uuid not null,
  type text not null,
  source text not null,
  external_id text not null,
  content_hash text not null,
  body jsonb not null,
  received_at timestamptz not null,
  primary key (workspace_id, account_id, conflict_id),
  unique (workspace_id, account_id, source, external_id, type, content_hash),
  foreign key (workspace_id, account_id) references app.account
);

-- Facts about the firm itself (rates, holidays, capacity, what a source covers).
create table app.workspace_fact (
  workspace_id uuid not null references app.workspace,
  fact_id uuid not null,
  type text not null,
  occurred_at timestamptz not null,
  known_at timestamptz not null,
  recorded_at timestamptz not null,
  hindsight boolean not null,
  source text not null,
  external_id text not null,
  revision integer not null check (revision >= 1),
  content_hash text not null,
  actor text not null,
  door text not null,
  import_id uuid,
  schema_version integer not null,
  body jsonb not null,
  withdrawn boolean not null default false,
  primary key (workspace_id, fact_id),
  unique (workspace_id, source, external_id, type, revision)
);

-- Personal data lies here and in fact_text, nowhere else.
create table app.person (
  workspace_id uuid not null references app.workspace,
  person_id uuid not null,
  side text not null check (side in ('ours', 'theirs')),
  key text not null,
  name text not null,
  email text,
  phone text,
  created_at timestamptz not null,
  primary key (workspace_id, person_id),
  unique (workspace_id, side, key)
);

-- A person's role at one account is told by facts; this row only says who is behind a contact key.
create table app.contact (
  workspace_id uuid not null,
  account_id uuid not null,
  contact_key text not null,
  person_id uuid not null,
  primary key (workspace_id, account_id, contact_key),
  foreign key (workspace_id, account_id) references app.account,
  foreign key (workspace_id, person_id) references app.person
);

create table app.import (
  workspace_id uuid not null references app.workspace,
  import_id uuid not null,
  file_name text not null,
  content_hash text not null,
  state text not null check (state in ('staged', 'committed', 'undone')),
  today date not null,
  report jsonb not null,
  actor text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, import_id)
);

-- Rows read and understood, waiting for the commit. Closing the door loses nothing and commits nothing.
create table app.import_row (
  workspace_id uuid not null,
  import_id uuid not null,
  row_number integer not null,
  drafts jsonb not null,
  primary key (workspace_id, import_id, row_number),
  foreign key (workspace_id, import_id) references app.import on delete cascade
);

-- A later import that told the same fact again: undoing one import keeps what another still says.
-- The import of all zeros stands for what was told again outside any import.
create table app.restatement (
  workspace_id uuid not null,
  account_id uuid not null,
  fact_id uuid not null,
  import_id uuid not null,
  primary key (workspace_id, account_id, fact_id, import_id),
  foreign key (workspace_id, account_id, fact_id) references app.fact
);
create index restatement_import on app.restatement (workspace_id, import_id);

-- The same for facts of the firm.
create table app.workspace_restatement (
  workspace_id uuid not null,
  fact_id uuid not null,
  import_id uuid not null,
  primary key (workspace_id, fact_id, import_id),
  foreign key (workspace_id, fact_id) references app.workspace_fact
);

-- Keys that never leave the store: the one that turns user ids of usage into hashes, for instance.
create table app.workspace_secret (
  workspace_id uuid not null references app.workspace,
  name text not null,
  value text not null,
  primary key (workspace_id, name)
);

create table app.usage_event (
  workspace_id uuid not null,
  account_id uuid not null,
  source text not null,
  external_id text not null,
  day date not null,
  known_day date not null,
  occurred_at timestamptz not null,
  known_at timestamptz not null,
  user_hash text,
  event text not null,
  value double precision not null,
  session text,
  department text,
  minutes double precision,
  content_hash text not null,
  import_id uuid,
  -- In this order the key also finds an account's days.
  primary key (workspace_id, account_id, day, source, external_id),
  foreign key (workspace_id, account_id) references app.account
);

do $$
declare
  t text;
begin
  foreach t in array array['account', 'shell_key', 'account_edge', 'account_token', 'fact', 'fact_text', 'withdrawal',
    'fact_conflict', 'workspace_fact', 'person', 'contact', 'import', 'import_row',
    'restatement', 'workspace_restatement', 'workspace_secret', 'usage_event']
  loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format(
      'create policy workspace_wall on app.%I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)'
      ' with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
    execute format('grant select, insert on app.%I to perene_app', t);
  end loop;
end $$;

grant update (root_id, name, tax_id, segment, assigned) on app.account to perene_app;
grant update (account_id, matched_by) on app.shell_key to perene_app;
grant delete on app.account_token, app.fact_text, app.person, app.contact, app.import_row to perene_app;
grant update (withdrawn) on app.workspace_fact to perene_app;
grant update (name, email, phone) on app.person to perene_app;
grant update (state, report, ended_at) on app.import to perene_app;
grant delete on app.usage_event to perene_app;
