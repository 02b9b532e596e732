-- The Base as a tool: whose each customer is and since when nobody talked to it, and views that people keep.

-- Rows of lists are a cache that cannot tell it yet: they are decided again when asked for.
truncate app.account_list, app.list_day, app.list_gap, app.list_change;
-- Who of ours owns the account on that day, and the day of the last conversation (without one: where what tells begins).
alter table app.account_list add column owner text, add column talked_on date;
-- One an order that people ask for most: missing figures last, ties by name, as the pages are cut.
create index account_list_score on app.account_list
  (workspace_id, as_of, (score is null), (coalesce(score, 0)::float8), name_key, account_id) where listed;
create index account_list_mrr on app.account_list
  (workspace_id, as_of, (mrr_cents is null), (-coalesce(mrr_cents, 0)::float8), name_key, account_id) where listed;
create index account_list_renewal on app.account_list
  (workspace_id, as_of, (renews_on is null), (coalesce((renews_on - date '1970-01-01'), 0)::float8), name_key, account_id)
  where listed;

create index account_list_stake on app.account_list
  (workspace_id, as_of, (at_stake_cents is null), (-coalesce(at_stake_cents, 0)::float8), name_key, account_id) where listed;
create index account_list_trend on app.account_list
  (workspace_id, as_of, (trend is null), (coalesce(trend, 0)::float8), name_key, account_id) where listed;
create index account_list_owner on app.account_list (workspace_id, as_of, owner) where listed;

-- A view of the Base that somebody keeps: a name for filters, order, columns and drawing.
create table app.saved_view (
  workspace_id uuid not null references app.workspace,
  view_id uuid not null,
  -- Whose it is; null: made where nobody signs in, or by the operator, and everyone's.
  member_id uuid,
  shared boolean not null,
  name text not null check (length(name) between 1 and 60),
  place integer not null,
  spec jsonb not null,
  created_at timestamptz not null,
  -- Removed views are kept, so that removing can be taken back.
  removed_at timestamptz,
  primary key (workspace_id, view_id),
  check (shared or member_id is not null)
);
select app.wall('app.saved_view');
grant select, insert on app.saved_view to perene_app;
grant update (name, place, shared, spec, removed_at) on app.saved_view to perene_app;

-- A sample goes with its views.
create or replace function app.remove_sample() returns void
  language plpgsql security definer set search_path = app, pg_temp as $$
declare
  named uuid := nullif(current_setting('app.workspace', true), '')::uuid;
  t text;
begin
  perform from app.workspace w where w.workspace_id = named and w.sample for update;
  if not found then
    raise exception 'not a sample' using errcode = 'check_violation';
  end if;
  foreach t in array array['fact_text', 'withdrawal', 'restatement', 'usage_restatement', 'workspace_restatement', 'workspace_fact_text',
    'fact_conflict', 'fact', 'workspace_fact', 'contact', 'person', 'import_row', 'import', 'usage_event',
    'account_day_user', 'account_day', 'usage_window', 'account_file', 'dirty_account', 'checkpoint', 'decision',
    'context_snapshot', 'account_list', 'list_day', 'list_change', 'list_gap', 'base_notice', 'offer_wait',
    'identity_answer', 'identity_scan', 'draft_chunk', 'draft_file', 'draft', 'saved_view', 'saved_mapping', 'sheet_answer',
    'method_version', 'account_token', 'account_edge', 'shell_key', 'account', 'workspace_secret', 'idempotency', 'audit',
    'workspace']
  loop
    execute format('delete from app.%I where workspace_id = $1', t) using named;
  end loop;
end $$;
revoke execute on function app.remove_sample() from public;
grant execute on function app.remove_sample() to perene_app;
