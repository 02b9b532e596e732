// How often somebody may try a password or a link: counted before the try, in memory, by who is tried and from where.
// A restart forgets them; what is tried in the meantime is few against a hash that takes a tenth of a second.

/** How long a try counts (ms). */
const windowMs = 15 * 60_000;
/** Tries in that time: of one account from one place, of one account, from one place. */
const most = { pair: 10, account: 50, place: 200 } as const;
/** Keys held in memory at most; the oldest go first. */
const mostKeys = 50_000;

export type Attempt = { readonly account: string; readonly place: string };
export type Attempts = {
  /** Minutes to wait; null: the try is allowed and counted. */
  take(attempt: Attempt, now: number): number | null;
  /** A try that was right does not count against its account. */
  forgive(attempt: Attempt): void;
};

export function attempts(): Attempts {
  const tries = new Map<string, number[]>();
  const keysOf = ({ account, place }: Attempt): [key: string, most: number][] => [
    [`pair ${account} ${place}`, most.pair],
    [`account ${account}`, most.account],
    [`place ${place}`, most.place],
  ];
  const held = (key: string, now: number): number[] =>
    (tries.get(key) ?? []).filter((at) => at > now - windowMs);
  return {
    take: (attempt, now) => {
      const counted = keysOf(attempt).map(([key, limit]) => ({ key, limit, at: held(key, now) }));
      const full = counted.filter(({ limit, at }) => at.length >= limit);
      if (full.length > 0) {
        const free = Math.max(...full.map(({ at, limit }) => (at[at.length - limit] ?? now) + windowMs));
        return Math.max(1, Math.ceil((free - now) / 60_000));
      }
      for (const { key, at } of counted) {
        tries.delete(key);
        tries.set(key, [...at, now]);
      }
      for (const oldest of tries.keys()) {
        if (tries.size <= mostKeys) break;
        tries.delete(oldest);
      }
      return null;
    },
    forgive: ({ account, place }) => {
      tries.delete(`pair ${account} ${place}`);
      tries.delete(`account ${account}`);
    },
  };
}
