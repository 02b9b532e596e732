// The client's functions for handing customers over. Reads no schema.
import type { Wire } from './draft-client.ts';
import { paths } from './paths.ts';
import type { HandedOver, HandOver } from './team.ts';

/** Functions over the routes of the team. Each rejects as the client's others do. */
export function teamClient<Send>({ send }: Wire<Send>) {
  return {
    handOver: (workspace: string, asked: HandOver) =>
      send<HandedOver>('POST', paths.handOver, { workspace }, {}, asked),
    takeBackHandOver: (workspace: string, facts: readonly string[]) =>
      send<{ readonly accounts: number }>('POST', paths.handOverBack, { workspace }, {}, { facts }),
  };
}
