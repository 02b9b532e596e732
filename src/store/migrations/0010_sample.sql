-- A base of invented data can be taken away whole, and only such a base: everything of the workspace that the transaction
-- named, unless it is a firm's own. Children go before what they point to.
create function app.remove_sample() returns void
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
    'identity_answer', 'identity_scan', 'draft_chunk', 'draft_file', 'draft', 'saved_mapping', 'sheet_answer',
    'method_version', 'account_token', 'account_edge', 'shell_key', 'account', 'workspace_secret', 'idempotency', 'audit',
    'workspace']
  loop
    execute format('delete from app.%I where workspace_id = $1', t) using named;
  end loop;
end $$;
revoke execute on function app.remove_sample() from public;
grant execute on function app.remove_sample() to perene_app;
