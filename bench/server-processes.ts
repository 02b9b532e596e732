// What the processes of a database server used of processor and memory, read from /proc: other programs on the machine
// stretch every stopwatch, but not these. Nothing is told where there is no /proc.
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Process ids of the server that works in this data directory. */
export function serverProcesses(data: string): readonly string[] {
  if (!existsSync('/proc/self/stat')) return [];
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === data;
    } catch {
      // Processes end while they are looked at.
      return false;
    }
  });
}

/** Clock ticks of /proc in milliseconds (`getconf CLK_TCK` is 100 on every Linux that Node runs on). */
const tickMs = 10;

/** Processor time the server's living processes have used so far (ms). */
export function serverCpu(data: string): number {
  let ticks = 0;
  for (const pid of serverProcesses(data)) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [utime = 0, stime = 0] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13)
        .map(Number);
      ticks += utime + stime;
    } catch {
      // Ended just now.
    }
  }
  return ticks * tickMs;
}

/** Memory of the server's processes, shared parts counted once (MB); 0 where it is not told. */
export function serverMemory(data: string): number {
  let kilobytes = 0;
  for (const pid of serverProcesses(data)) {
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    } catch {
      // Ended just now, or not ours to look at.
    }
  }
  return kilobytes / 1024;
}

/** Processor time from now on: of this process with its threads, and of the server (ms). */
export function watchCpu(data: string): () => { readonly node: number; readonly store: number } {
  const before = process.cpuUsage();
  const server = serverCpu(data);
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { node: (user + system) / 1000, store: serverCpu(data) - server };
  };
}

/** Processor time in words, for one of `count`. */
export function cpuNote(
  used: { readonly node: number; readonly store: number },
  count: number,
  of: string,
): string {
  const each = (ms: number): string => `${(ms / count).toPrecision(3)} ms`;
  return `processor time for one ${of}: this process ${each(used.node)}, store ${each(used.store)}`;
}
