-- Imports that are looked at before they are committed: the files as they came, and what a person said of them.

create table app.draft (
  workspace_id uuid not null references app.workspace,
  draft_id uuid not null,
  today date not null,
  -- Whether a commit is under way is known by the process that does it: a killed one leaves the draft open.
  state text not null check (state in ('open', 'committed')),
  -- By table: what it is, its columns, answers, mended cells.
  choices jsonb not null default '{}',
  -- By question: the option, with a day or an account.
  answers jsonb not null default '{}',
  -- Code and details of why the last commit did not happen.
  failure jsonb,
  result jsonb,
  actor text not null,
  created_at timestamptz not null,
  touched_at timestamptz not null,
  primary key (workspace_id, draft_id)
);

create table app.draft_file (
  workspace_id uuid not null,
  draft_id uuid not null,
  file_id uuid not null,
  name text not null,
  -- Null while it is still on its way.
  bytes bigint,
  primary key (workspace_id, draft_id, file_id),
  foreign key (workspace_id, draft_id) references app.draft on delete cascade
);

-- A file in pieces: on its way in it is never held whole.
create table app.draft_chunk (
  workspace_id uuid not null,
  draft_id uuid not null,
  file_id uuid not null,
  seq integer not null,
  data bytea not null,
  primary key (workspace_id, draft_id, file_id, seq),
  foreign key (workspace_id, draft_id, file_id) references app.draft_file on delete cascade
);

-- What was said of a sheet, for the next one with the same headers.
create table app.saved_mapping (
  workspace_id uuid not null references app.workspace,
  mapping_id uuid not null,
  headers text not null,
  name text not null,
  choice jsonb not null,
  saved_at timestamptz not null,
  primary key (workspace_id, mapping_id),
  unique (workspace_id, headers)
);

-- What a person answered about a customer that left the sheet, or about two names that look alike: not asked again.
create table app.sheet_answer (
  workspace_id uuid not null,
  account_id uuid not null,
  -- The name that is another customer's; empty where the customer was kept.
  other text not null,
  -- The import it was answered for: taken back with it.
  import_id uuid,
  answered_at timestamptz not null,
  primary key (workspace_id, account_id, other),
  foreign key (workspace_id, account_id) references app.account
);

-- Free text of the firm's own facts, apart from numbers and codes as that of accounts is.
create table app.workspace_fact_text (
  workspace_id uuid not null,
  fact_id uuid not null,
  field text not null,
  body text not null,
  primary key (workspace_id, fact_id, field),
  foreign key (workspace_id, fact_id) references app.workspace_fact
);

do $$
declare
  t text;
begin
  foreach t in array array['draft', 'draft_file', 'draft_chunk', 'saved_mapping', 'sheet_answer',
    'workspace_fact_text']
  loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format(
      'create policy workspace_wall on app.%I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)'
      ' with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
    execute format('grant select, insert on app.%I to perene_app', t);
  end loop;
end $$;

grant update (choices, answers, failure, result, state, touched_at) on app.draft to perene_app;
grant update (name, choice, saved_at) on app.saved_mapping to perene_app;
grant update (bytes) on app.draft_file to perene_app;
grant update (import_id, answered_at) on app.sheet_answer to perene_app;
grant delete on app.draft, app.draft_file, app.draft_chunk, app.saved_mapping, app.sheet_answer, app.workspace_fact_text
  to perene_app;

-- What a trial wrote and took back is swept away, and the planner then takes a table for empty that one import fills:
-- every check of a foreign key reads it whole. Counted inside the import's transaction it is known to grow. A table of
-- which nothing was ever counted (-1) needs none of this, nor does one that is known to be long.
create function app.count_short_tables() returns void
  language plpgsql security definer set search_path = app, pg_temp as $$
declare
  t text;
begin
  for t in select c.relname from pg_catalog.pg_class c
    where c.relnamespace = 'app'::regnamespace and c.reltuples >= 0 and c.reltuples < 2000
      and c.relname in ('account', 'shell_key', 'account_token', 'account_file', 'fact', 'fact_text', 'person', 'contact')
    order by c.relname
  loop
    execute format('analyze app.%I', t);
  end loop;
end $$;
revoke execute on function app.count_short_tables() from public;
grant execute on function app.count_short_tables() to perene_app;
