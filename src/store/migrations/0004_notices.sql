-- What the accounts of a base share on a day: one notice in place of a hundred equal alarms, and who waits for a slot.

create table app.base_notice (
  workspace_id uuid not null references app.workspace,
  as_of date not null,
  signal text not null,
  since date not null,
  accounts integer not null,
  measurable integer not null,
  primary key (workspace_id, as_of, signal, since)
);

-- Offers that stand at an account and have no slot of this month's capacity left for it.
create table app.offer_wait (
  workspace_id uuid not null,
  as_of date not null,
  account_id uuid not null,
  offers text[] not null,
  primary key (workspace_id, as_of, account_id),
  foreign key (workspace_id, account_id) references app.account
);

-- Signals that a notice may replace, each as `key=day` where it starts, as `key?` where nobody can tell.
alter table app.account_list add column watched text[] not null default '{}';

do $$
declare
  t text;
begin
  foreach t in array array['base_notice', 'offer_wait']
  loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format(
      'create policy workspace_wall on app.%I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)'
      ' with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
    execute format('grant select, insert on app.%I to perene_app', t);
  end loop;
end $$;

grant delete on app.base_notice, app.offer_wait to perene_app;
