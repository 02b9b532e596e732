-- A raw event names its account without a foreign key: asking for the account once a row was a third of what storing it
-- cost. Whoever writes usage locks the accounts first, the application cannot delete one, and the day that every event
-- is rolled up into keeps its own foreign key.
alter table app.usage_event drop constraint usage_event_workspace_id_account_id_fkey;
