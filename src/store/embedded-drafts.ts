// Drafts: directories made under a temporary name and renamed when whole, so that a kill leaves nothing half made.
import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf } from './errors.ts';

/** True when a process with this pid exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** A draft name beside `place` that says which process is writing it. */
export function draftOf(place: string): string {
  return `${place}.draft-${process.pid}-${randomUUID().slice(0, 8)}`;
}

/** Removes drafts of `place` whose writers are gone. */
export function sweepDrafts(place: string): void {
  const prefix = `${basename(place)}.draft-`;
  for (const name of readdirSync(dirname(place))) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (pid === process.pid || isAlive(pid)) continue;
    try {
      rmSync(join(dirname(place), name), { recursive: true, force: true });
    } catch (error) {
      // The program the dead writer started may still be writing into it: the next start sweeps it.
      if (codeOf(error) !== 'ENOTEMPTY') throw error;
    }
  }
}

/** True when a rename failed because another process put its own there first. */
export function tookSecond(error: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '');
}
