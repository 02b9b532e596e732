// A workbook on disk, read by a thread with limits of memory and time: a hostile file can neither stop the process nor
// eat it. Rows come in batches, one of them ahead of the reader and no more.
import { Worker } from 'node:worker_threads';
import type { FileFault, TableItem } from '#connectors/sheet/table.ts';
import type { WorkbookAsk, WorkbookData, WorkbookTold } from './workbook-worker.ts';

export type ThreadLimits = {
  /** Megabytes of heap. */
  readonly heap: number;
  /** Milliseconds it may work for one file; while nobody asks, no time runs. */
  readonly work: number;
};
export const threadLimits: ThreadLimits = { heap: 512, work: 300_000 };

export type Workbook = {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  /** Rows of a sheet by its place; a fault is the last item. Sheets are read one after the other, each once. */
  items(sheet: number): AsyncGenerator<TableItem>;
};

/** Threads at once in this process; further files wait their turn. */
const mostThreads = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function turn(): Promise<void> {
  if (running < mostThreads) running += 1;
  else await new Promise<void>((go) => waiting.push(go));
}

function pass(): void {
  const next = waiting.shift();
  if (next) next();
  else running -= 1;
}

/** Opens a workbook for as long as `use` runs, whose items are given on; a file that is none gives its fault. */
export async function* withWorkbook<T>(
  data: WorkbookData,
  use: (book: Workbook | { readonly fault: FileFault }) => AsyncGenerator<T>,
  limits: ThreadLimits = threadLimits,
): AsyncGenerator<T> {
  await turn();
  let thread: Thread | null = null;
  try {
    const reading = (thread = new Thread(data, limits));
    const told = await reading.answer();
    yield* use(
      told.kind === 'sheets'
        ? { sheets: told.sheets, items: (sheet) => itemsOf(reading, sheet) }
        : { fault: told.kind === 'fault' ? told.code : 'xlsx_broken' },
    );
  } finally {
    await thread?.end();
    pass();
  }
}

async function* itemsOf(thread: Thread, sheet: number): AsyncGenerator<TableItem> {
  let ahead: Promise<WorkbookTold> | null = thread.ask({ sheet });
  try {
    while (ahead) {
      const told: WorkbookTold = await ahead;
      ahead = told.kind === 'items' && !told.ended ? thread.ask({ sheet }) : null;
      if (told.kind === 'items') yield* told.items;
      else yield { kind: 'fault', code: told.kind === 'fault' ? told.code : 'xlsx_broken' };
    }
  } finally {
    // What was asked for a sheet is no answer to the next.
    await ahead;
  }
}

class Thread {
  readonly #worker: Worker;
  #work: number;
  /** What is told and not yet taken, and who waits for it. */
  #told: WorkbookTold[] = [];
  #waits: ((told: WorkbookTold) => void) | null = null;
  #failed: FileFault | null = null;
  #since = performance.now();
  #timer: NodeJS.Timeout | null = null;

  constructor(data: WorkbookData, { heap, work }: ThreadLimits) {
    this.#work = work;
    this.#worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: heap },
    });
    this.#worker.on('message', (told: WorkbookTold) => this.#take(told));
    this.#worker.on('error', (error) =>
      this.#fail(
        (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_large' : 'xlsx_broken',
      ),
    );
    this.#worker.on('exit', () => this.#fail('xlsx_broken'));
    this.#start();
  }

  /** What the thread tells next. One may wait at a time. */
  answer(): Promise<WorkbookTold> {
    const told = this.#told.shift();
    if (told) return Promise.resolve(told);
    if (this.#failed !== null) return Promise.resolve({ kind: 'fault', code: this.#failed });
    return new Promise((done) => (this.#waits = done));
  }

  ask(asked: WorkbookAsk): Promise<WorkbookTold> {
    this.#start();
    this.#worker.postMessage(asked);
    return this.answer();
  }

  async end(): Promise<void> {
    this.#stop();
    await this.#worker.terminate();
  }

  #take(told: WorkbookTold): void {
    this.#stop();
    this.#give(told);
  }

  #give(told: WorkbookTold): void {
    const waits = this.#waits;
    this.#waits = null;
    if (waits) waits(told);
    else this.#told.push(told);
  }

  #fail(code: FileFault): void {
    this.#stop();
    if (this.#failed !== null) return;
    this.#failed = code;
    this.#waits?.({ kind: 'fault', code });
    this.#waits = null;
  }

  #start(): void {
    this.#since = performance.now();
    // An answer that came while this process was busy is taken before the time is called up.
    const late = (): void => {
      setImmediate(() => {
        if (this.#timer === null) return;
        this.#fail('too_slow');
        void this.#worker.terminate();
      });
    };
    this.#timer = setTimeout(late, Math.max(0, this.#work));
  }

  #stop(): void {
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#work -= performance.now() - this.#since;
  }
}
