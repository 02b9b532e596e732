// Under which keys the day and the tasks of a customer are kept.

export const dayKey = (workspace: string) => ['today', workspace] as const;
export const accountTasksKey = (workspace: string, id: string) => ['account-tasks', workspace, id] as const;
