// The client's functions of the weekly ritual. Reads no schema.
import type { Language } from './common.ts';
import type { Wire } from './draft-client.ts';
import { paths } from './paths.ts';
import type { Committee, LineDecision, Ritual } from './rituals.ts';

/** Functions over the routes of rituals. Each rejects as the client's others do. */
export function ritualClient<Send>({ get, send }: Wire<Send>) {
  return {
    ritual: (workspace: string, lang: Language, signal?: AbortSignal) =>
      get<Ritual>(paths.ritual, { workspace }, { lang }, signal),
    committee: (workspace: string, lang: Language, signal?: AbortSignal) =>
      get<Committee>(paths.committee, { workspace }, { lang }, signal),
    /** `once`: sent again under the same key, it has one effect. */
    decideLine: (workspace: string, id: string, decision: LineDecision, once: string) =>
      send<{ readonly version: string }>('POST', paths.ritualLine, { workspace, id }, {}, decision, once),
    closeLine: (workspace: string, id: string, task: string, outcome: 'done' | 'dropped') =>
      send<{ readonly task: string }>(
        'POST',
        paths.ritualLineClosed,
        { workspace, id },
        {},
        { task, outcome },
      ),
    keepMinutes: (workspace: string, text: string) =>
      send<{ readonly id: string }>('POST', paths.ritualMinutes, { workspace }, {}, { text }),
  };
}
