-- Tasks and confirmed stages of a whole workspace are asked for at every ritual.
create index fact_work on app.fact (workspace_id, type)
  where type in ('task-opened', 'task-done', 'stage-confirmed', 'milestone-delivered', 'contract-ended');
