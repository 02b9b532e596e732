// The client's functions of the day and of tasks. Reads no schema.
import type { Language } from './common.ts';
import type { Wire } from './draft-client.ts';
import { paths } from './paths.ts';
import type { DayTask, NewTasks, TaskChangeAsk } from './tasks.ts';
import type { Today } from './today.ts';

export type OpenedTasks = {
  readonly opened: readonly {
    readonly account: string;
    readonly name: string;
    readonly task: string;
    readonly fact: string;
    readonly joined: boolean;
  }[];
};
export type ChangedTask = {
  readonly account: string;
  readonly task: string;
  readonly facts: readonly string[];
  readonly joined: boolean;
};
export type AccountTasks = {
  readonly tasks: readonly DayTask[];
  readonly members: readonly { readonly key: string; readonly label: string }[];
};

/** Functions over the routes of tasks. Each rejects as the client's others do; `once` is the key of one effect. */
export function taskClient<Send>({ get, send }: Wire<Send>) {
  return {
    today: (workspace: string, person: string | undefined, lang: Language, signal?: AbortSignal) =>
      get<Today>(paths.today, { workspace }, { person, lang }, signal),
    accountTasks: (workspace: string, id: string, lang: Language, signal?: AbortSignal) =>
      get<AccountTasks>(paths.accountTasks, { workspace, id }, { lang }, signal),
    openTasks: (workspace: string, tasks: NewTasks, once: string) =>
      send<OpenedTasks>('POST', paths.tasks, { workspace }, {}, tasks, once),
    changeTask: (workspace: string, id: string, change: TaskChangeAsk, once: string) =>
      send<ChangedTask>('POST', paths.accountTaskChange, { workspace, id }, {}, change, once),
    takeBackTasks: (
      workspace: string,
      undo: readonly { readonly account: string; readonly facts: readonly string[] }[],
    ) => send<{ readonly accounts: number }>('POST', paths.tasksUndo, { workspace }, {}, { undo }),
  };
}
