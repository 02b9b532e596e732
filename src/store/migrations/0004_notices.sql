-- One notice about the base in place of a hundred equal alarms: a usage signal that starts on one day at most of it.

create table app.base_notice (
  workspace_id uuid not null references app.workspace,
  as_of date not null,
  signal text not null,
  since date not null,
  accounts integer not null,
  measurable integer not null,
  primary key (workspace_id, as_of, signal, since)
);

do $$
declare
  t text;
begin
  foreach t in array array['base_notice']
  loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format(
      'create policy workspace_wall on app.%I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)'
      ' with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
    execute format('grant select, insert on app.%I to perene_app', t);
  end loop;
end $$;

grant delete on app.base_notice to perene_app;

-- Checkpoints are a cache and hold more letters now: those of earlier weeks are worked out again.
truncate app.checkpoint;
