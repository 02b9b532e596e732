// Files on their way to a draft. They go on while one moves between screens, one after the other, each kept as it arrives.
import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Language } from '#contract/common.ts';
import { api, detailOf, draftKey } from '#web/pages/api.ts';
import { watchedSend } from '#web/pages/send-file.ts';

export type Upload = {
  readonly id: number;
  readonly draft: string;
  readonly name: string;
  readonly bytes: number;
  readonly sent: number;
  /** `reading`: all bytes are out, the answer is awaited. */
  readonly state: 'waiting' | 'sending' | 'reading' | 'failed';
  /** What the server said of a failure. */
  readonly detail: string | null;
};
type Target = {
  readonly workspace: string;
  readonly draft: string;
  readonly lang: Language;
  readonly queries: QueryClient;
};
type Job = Target & { readonly id: number; readonly file: File; readonly stop: AbortController };

let uploads: readonly Upload[] = [];
let lastId = 0;
let running = false;
const jobs = new Map<number, Job>();
const listeners = new Set<() => void>();

/** The browser asks before it closes a page that is still sending. */
const askFirst = (event: BeforeUnloadEvent) => event.preventDefault();

function put(next: readonly Upload[]): void {
  uploads = next;
  if (next.some((item) => item.state !== 'failed')) window.addEventListener('beforeunload', askFirst);
  else window.removeEventListener('beforeunload', askFirst);
  for (const listener of listeners) listener();
}
const change = (id: number, with_: Partial<Upload>) =>
  put(uploads.map((item) => (item.id === id ? { ...item, ...with_ } : item)));
function forget(id: number): void {
  jobs.delete(id);
  put(uploads.filter((item) => item.id !== id));
}

/** Queues files for a draft and sends them in the order given. */
export function sendFiles(target: Target, files: readonly File[]): void {
  const added = files.map((file): Upload => {
    lastId += 1;
    jobs.set(lastId, { ...target, id: lastId, file, stop: new AbortController() });
    const state = { sent: 0, state: 'waiting', detail: null } as const;
    return { id: lastId, draft: target.draft, name: file.name, bytes: file.size, ...state };
  });
  put([...uploads, ...added]);
  void work();
}

/** Stops one that is on its way, or lets go of one that failed. What had arrived before stays. */
export function stopUpload(id: number): void {
  jobs.get(id)?.stop.abort();
  forget(id);
}

/** Sends one that failed again. */
export function retryUpload(id: number): void {
  change(id, { state: 'waiting', sent: 0, detail: null });
  void work();
}

async function work(): Promise<void> {
  if (running) return;
  running = true;
  for (;;) {
    const next = uploads.find((item) => item.state === 'waiting');
    const job = next && jobs.get(next.id);
    if (job === undefined) break;
    await sendOne(job);
  }
  running = false;
}

async function sendOne(job: Job): Promise<void> {
  change(job.id, { state: 'sending' });
  const out = watchedSend(
    (sent) => change(job.id, { sent, state: sent >= job.file.size ? 'reading' : 'sending' }),
    job.stop.signal,
  );
  try {
    const draft = await api.addDraftFile(job.workspace, job.draft, job.file, job.lang, out);
    job.queries.setQueryData(draftKey(job.workspace, job.draft, job.lang), draft);
    void job.queries.invalidateQueries({ queryKey: ['drafts', job.workspace] });
    forget(job.id);
  } catch (error) {
    if (jobs.has(job.id)) change(job.id, { state: 'failed', detail: detailOf(error) ?? null });
  }
}

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Files on their way to all drafts; the caller picks its own. */
export const useUploads = (): readonly Upload[] => useSyncExternalStore(listen, () => uploads);
