// A file of any length as one import of its own: looked at only, or recorded under the caller's key.
import type { SheetOptions } from '#connectors/sheet/import-sheet.ts';
import type { FileReport } from '#connectors/sheet/report.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { answeredOnce } from './answered-once.ts';
import type { Committed, CommitProgress } from './brought.ts';
import { bringLong } from './import-usage.ts';
import { digestOf, readingOfLong, rowsOf, type LongSample, type Rereadable } from './long-file.ts';
import { stageLong, type LongSource, type StagedLong } from './long-stage.ts';
import type { Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';

/** A long file with its sample. */
export type LongFile = {
  readonly sample: LongSample;
  readonly bytes: Rereadable;
  readonly options: SheetOptions;
};

const sourceOf = ({ sample, bytes, options }: LongFile): LongSource => ({
  path: options.path,
  day: options.today,
  reading: readingOfLong(sample, options),
  open: () => rowsOf(bytes.open()),
  locale: options.locale ?? 'pt-BR',
});

class LookedAt extends Error {
  readonly staged: StagedLong;
  constructor(staged: StagedLong) {
    super('looked at');
    this.staged = staged;
  }
}

/** What recording a file would make of its rows; nothing of it stays. */
export async function lookAtLong(
  session: Session,
  source: LongSource,
  step: (rows: number) => void = () => undefined,
): Promise<StagedLong> {
  try {
    return await inWorkspace(session.store, session.workspaceId, async (tx) => {
      const { frame } = await readSetting(tx, session.workspaceId);
      throw new LookedAt(await stageLong(tx, session, source, frame.zone, step));
    });
  } catch (error) {
    if (error instanceof LookedAt) return error.staged;
    throw error;
  }
}

class NotReady extends Error {
  readonly report: FileReport;
  constructor(report: FileReport) {
    super('not ready');
    this.report = report;
  }
}

/** Records a file; its report alone where nothing can be recorded yet. `key`: recorded once under it. */
export async function recordLong(
  session: Session,
  file: LongFile,
  progress: CommitProgress,
  key: string | undefined,
): Promise<{ readonly report: FileReport; readonly committed: Committed | null }> {
  const { path, today } = file.options;
  const request = async () => ['import-long', path, today, await digestOf(file.bytes.open())];
  const once = key === undefined ? null : { key, request: await request() };
  const source = sourceOf(file);
  try {
    const committed = await inWorkspace(session.store, session.workspaceId, async (tx) => {
      const { answer } = await answeredOnce(tx, session, once, async () => {
        const { report, brought } = await bringLong(tx, session, source, file.sample.rows, progress);
        if (brought === null) throw new NotReady(report);
        return brought.committed;
      });
      return answer;
    });
    return { report: committed.file, committed };
  } catch (error) {
    if (error instanceof NotReady) return { report: error.report, committed: null };
    throw error;
  }
}

/** The report of a file, nothing recorded. */
export async function reportLong(session: Session, file: LongFile): Promise<FileReport> {
  return (await lookAtLong(session, sourceOf(file))).report;
}
