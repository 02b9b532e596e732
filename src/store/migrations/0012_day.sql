-- The day of a person: whose each next action is and when it is due, and since when the newest risk stands.

-- Rows of lists are a cache that cannot tell yet: they are decided again when asked for.
truncate app.account_list, app.list_day, app.list_gap, app.list_change;
alter table app.account_list add column action_key text not null default '';
alter table app.account_list add column action_owner text;
alter table app.account_list add column action_due date;
-- First day of the newest signal of risk that is known to have begun; null: none.
alter table app.account_list add column risk_since date;
create index account_list_action on app.account_list (workspace_id, as_of, action_owner, action_due);
create index account_list_risk on app.account_list (workspace_id, as_of, risk_since) where risk_since is not null;

-- What was said lately, on either side: who wrote last decides who waits.
create index fact_said on app.fact (workspace_id, occurred_at)
  where type in ('message-exchanged', 'call-held', 'meeting-held', 'survey-answered');
-- What people finished lately.
create index fact_finished on app.fact (workspace_id, occurred_at) where type = 'task-done';
