-- Schemas, roles and the wall between workspaces.
-- Roles belong to the whole cluster: other bases may hold them already, and another base may be making them right now.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['perene_app', 'perene_auth', 'perene_jobs', 'perene_directory'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin nosuperuser nocreatedb nocreaterole nobypassrls', wanted);
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
    if exists (select from pg_roles where rolname = wanted and (rolsuper or rolbypassrls)) then
      raise exception 'role % must be neither superuser nor bypass row security', wanted;
    end if;
    -- The owner acts as these roles. Since PostgreSQL 16 having made a role does not yet allow to take it.
    if not pg_has_role(current_user, wanted,
      case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
      execute format('grant %I to current_user', wanted);
    end if;
  end loop;
  execute format('grant connect on database %I to perene_app, perene_auth, perene_jobs', current_database());
end
$$;

create schema auth authorization perene_auth;
create schema jobs authorization perene_jobs;
grant usage on schema app to perene_app, perene_directory;

create table app.workspace (
  workspace_id uuid primary key,
  -- Unique over all workspaces: the operator of the machine names them in commands.
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null,
  zone text not null default 'America/Sao_Paulo',
  currency text not null default 'BRL' check (currency ~ '^[A-Z]{3}$'),
  locale text not null default 'pt-BR',
  settings jsonb not null default '{}',
  -- True for a base of invented data, which no screen may take for the company's own.
  sample boolean not null default false,
  created_at timestamptz not null
);

-- The wall: a table of a workspace shows and takes only rows of the workspace the transaction named.
-- Fails closed: without a named workspace (unset, or '' on a pooled connection) no row matches.
create function app.wall(walled regclass) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('alter table %s enable row level security', walled);
  execute format('alter table %s force row level security', walled);
  execute format(
    'create policy workspace_wall on %s'
    ' using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)'
    ' with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', walled);
end
$$;
revoke execute on function app.wall(regclass) from public;

select app.wall('app.workspace');
grant select, insert on app.workspace to perene_app;
grant update (slug, name, zone, currency, locale, settings) on app.workspace to perene_app;

-- The one look over the wall: which workspaces exist, by a role that can do nothing else.
grant select on app.workspace to perene_directory;
create policy directory on app.workspace for select to perene_directory using (true);
create function app.workspaces() returns setof app.workspace
  language sql stable security definer set search_path = app, pg_temp
  as 'select * from app.workspace order by created_at, workspace_id';
revoke execute on function app.workspaces() from public;
grant execute on function app.workspaces() to perene_app;
grant create on schema app to perene_directory;
alter function app.workspaces() owner to perene_directory;
revoke create on schema app from perene_directory;

-- Which version of a library's own schema was installed (the job queue).
create table app.library_schema (
  library text primary key,
  version text not null,
  applied_at timestamptz not null
);

-- The only way for the application into the queue: enqueue inside its own transaction, equal keys merge.
set local role perene_jobs;
create function jobs.enqueue(kind text, key text, ids json, run_at timestamptz default null)
  returns void language plpgsql security definer set search_path = jobs, pg_temp as $$
begin
  perform jobs.add_job(identifier => kind, payload => ids, run_at => enqueue.run_at,
    job_key => key, job_key_mode => 'replace');
end
$$;
revoke all on schema jobs from public;
revoke execute on function jobs.enqueue(text, text, json, timestamptz) from public;
grant usage on schema jobs to perene_app;
grant execute on function jobs.enqueue(text, text, json, timestamptz) to perene_app;
reset role;
