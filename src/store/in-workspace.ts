// The only way to the application's tables: one transaction that opens by naming its workspace.
import { sql, type Transaction } from 'kysely';
import { codeOf, fileError, isConnectionLoss } from './errors.ts';
import type { Store } from './open.ts';
import type { Database } from './schema.ts';

export type Tx = Transaction<Database>;

export type TransactionOptions = {
  /** `snapshot` reads one instant of the base throughout (exports); the default sees what others commit between statements. */
  readonly isolation?: 'snapshot' | 'serializable';
  readonly readOnly?: boolean;
};

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const maxAttempts = 6;

/** Serialization failure and deadlock: PostgreSQL rolled everything back and asks to try again. */
function asksToRetry(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40001' || code === '40P01';
}

/**
 * Runs `work` in one transaction that sees only `workspaceId` (lower-case uuid). Commits when it resolves, rolls back
 * when it throws. `work` may run again after a deadlock or a lost server, so its only effects are in the transaction.
 */
export async function inWorkspace<T>(
  store: Store,
  workspaceId: string,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  if (!uuid.test(workspaceId)) throw new TypeError('A workspace is named by a lower-case uuid.');
  for (let attempt = 1; ; attempt += 1) {
    let committing = false;
    try {
      return await open(store, options).execute(async (tx) => {
        // `set` takes no parameter, and a distributed store passes on the statement but not `set_config`.
        await sql`set local app.workspace = ${sql.lit(workspaceId)}`.execute(tx);
        const result = await work(tx);
        committing = true;
        return result;
      });
    } catch (error) {
      if (attempt >= maxAttempts) throw fileError(error, placeOf(store));
      // Before the commit was sent nothing can have been kept, so a lost server is simply met again; what only reads
      // keeps nothing at all. After the commit of a write nobody can tell: that is the caller's to ask.
      const keptNothing = !committing || options.readOnly === true;
      if (keptNothing && isConnectionLoss(error)) await store.recover();
      else if (asksToRetry(error)) await new Promise((resolve) => setTimeout(resolve, 4 * 2 ** attempt));
      else throw fileError(error, placeOf(store));
    }
  }
}

/** Where the base lies, as a person knows it. */
const placeOf = ({ home, found }: Store): string => (found === 'external' ? 'DATABASE_URL' : home.path);

function open(store: Store, options: TransactionOptions): ReturnType<Store['app']['transaction']> {
  let begin = store.app.transaction();
  if (options.isolation === 'snapshot') begin = begin.setIsolationLevel('repeatable read');
  if (options.isolation === 'serializable') begin = begin.setIsolationLevel('serializable');
  return options.readOnly === true ? begin.setAccessMode('read only') : begin;
}
