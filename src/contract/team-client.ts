// The client's functions for handing customers over. Reads no schema.
import type { Wire } from './draft-client.ts';
import { paths } from './paths.ts';
import type { Language } from './common.ts';
import type { AccountTeam, HandedOver, HandOver } from './team.ts';

/** Functions over the routes of the team. Each rejects as the client's others do. */
export function teamClient<Send>({ get, send }: Wire<Send>) {
  return {
    accountTeam: (workspace: string, id: string, lang: Language, signal?: AbortSignal) =>
      get<AccountTeam>(paths.accountTeam, { workspace, id }, { lang }, signal),
    /** `once`: the key of one effect. */
    handOver: (workspace: string, asked: HandOver, once: string) =>
      send<HandedOver>('POST', paths.handOver, { workspace }, {}, asked, once),
    takeBackHandOver: (workspace: string, facts: readonly string[]) =>
      send<{ readonly accounts: number }>('POST', paths.handOverBack, { workspace }, {}, { facts }),
  };
}
