-- What the goals that a team shares are summed from, beside each account on the list of a day.

-- Rows of lists are a cache that cannot tell it yet: they are decided again when asked for.
truncate app.account_list, app.list_day, app.list_gap, app.list_change;
alter table app.account_list
  -- Null where it is not known what it paid twelve months before.
  add column mrr_year_ago_cents bigint,
  -- Expansion, contraction, adjustment and churn since then; null where either end is not known, or nothing was paid then.
  add column year_moved bigint[],
  add column ttfv_days integer,
  add column first_value boolean not null default false;
