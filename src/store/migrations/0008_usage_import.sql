-- Usage that came by files: who told an event again, so that undoing one import keeps what another still says.

create table app.usage_restatement (
  workspace_id uuid not null,
  account_id uuid not null,
  day date not null,
  source text not null,
  external_id text not null,
  import_id uuid not null,
  primary key (workspace_id, account_id, day, source, external_id, import_id),
  foreign key (workspace_id, account_id) references app.account
);

select app.wall('app.usage_restatement');
grant select, insert, delete on app.usage_restatement to perene_app;
grant update (import_id) on app.usage_event to perene_app;
