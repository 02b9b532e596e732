// Which account the embedded server runs as: PostgreSQL refuses root, so root lends it an unprivileged one.
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { StoreError } from './errors.ts';

/** `uid` is null on systems without user ids. `lent` is true when it is not the account running Node. */
export type Account = {
  readonly uid: number | null;
  readonly gid: number | null;
  readonly name: string;
  readonly lent: boolean;
};

/** Accounts tried in turn when started as root; a dedicated one is better than the shared `nobody`. */
const candidates = ['perene', 'nobody'] as const;

const run = promisify(execFile);

/** The account running Node. Throws `user-without-name` when the uid has no line in the user database. */
export function ownAccount(): Account {
  const uid = process.getuid?.() ?? null;
  try {
    return { uid, gid: process.getgid?.() ?? null, name: userInfo().username, lent: false };
  } catch (error) {
    throw new StoreError('user-without-name', { uid }, error);
  }
}

async function lookUp(nameOrUid: string): Promise<Account | null> {
  const ask = async (flag: string): Promise<string> =>
    (await run('id', [flag, nameOrUid], { cwd: '/' })).stdout.trim();
  try {
    const [uid, gid, name] = await Promise.all([ask('-u'), ask('-g'), ask('-un')]);
    return { uid: Number(uid), gid: Number(gid), name, lent: true };
  } catch {
    return null;
  }
}

/**
 * The account the server runs as.
 * @param data existing data directory whose owner must stay the server's account, or null
 */
export async function serverAccount(data: string | null): Promise<Account> {
  const own = ownAccount();
  if (own.uid !== 0) return own;
  const owner = data === null ? 0 : statSync(data).uid;
  for (const name of owner === 0 ? candidates : [String(owner)]) {
    const found = await lookUp(name);
    if (found !== null && found.uid !== 0) return found;
  }
  throw new StoreError('no-unprivileged-account');
}
