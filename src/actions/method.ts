// The method of a workspace: what runs, which versions there were, and the publishing of another one. A version is never
// edited: what is published is a new one, also where it says what an old one said.
import { uuidv7 } from '#base/id.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';
import { methodDifference, type MethodChange } from '#domain/method/difference.ts';
import { practiceWarnings, type PracticeWarning } from '#domain/method/practice.ts';
import type { Method } from '#domain/method/schema.ts';
import { insertAudit } from '#store/audit.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { lockMethod } from '#store/locks.ts';
import {
  insertMethod,
  latestMethod,
  methodText,
  methodVersions,
  type MethodVersion,
} from '#store/methods.ts';
import { answeredOnce, type Once } from './answered-once.ts';
import { contentHash } from './fact-content.ts';
import { firstValueAsOf } from './first-value.ts';
import { Refusal } from './refusal.ts';
import { compiledFrom, runningMethod } from './running-method.ts';
import { must, type Session } from './session.ts';
import { templateKeys, templateSource } from './templates.ts';

/** Versions that are shown. */
const shownVersions = 20;

/** Which method: one that ships, one that ran here, or one as a text. */
export type MethodChoice =
  | { readonly template: string }
  | { readonly version: number }
  | { readonly source: string };

export type MethodRead = {
  readonly version: number;
  /** As published, without the firm's own words for suggested events. */
  readonly method: Method;
  /** Newest first. */
  readonly versions: readonly MethodVersion[];
  readonly templates: readonly Pick<Method, 'key' | 'label' | 'stages'>[];
  /** What the practice check says of the method that runs. */
  readonly warnings: readonly PracticeWarning[];
};

const templates = (): MethodRead['templates'] =>
  templateKeys().map((key) => compiledFrom(templateSource(key)).method);

/** The method that runs, the versions before it, and those that ship. */
export async function readMethod(session: Session): Promise<MethodRead> {
  must(session, 'accounts.read');
  const { store, workspaceId, now } = session;
  return inWorkspace(store, workspaceId, async (tx) => {
    const { version } = await runningMethod(tx, workspaceId, now);
    const { compiled } = await chosenIn(tx, session, { version });
    const versions = await methodVersions(tx, workspaceId, shownVersions);
    const firstValue = await firstValueAsOf(tx, workspaceId, now);
    const warnings = practiceWarnings(compiled, firstValue.text !== null);
    return { version, method: compiled.method, versions, templates: templates(), warnings };
  });
}

/** The text of a choice, checked. Refuses with `method-not-found` and `method-invalid`. */
export async function chosenIn(
  tx: Tx,
  { workspaceId }: Pick<Session, 'workspaceId'>,
  choice: MethodChoice,
): Promise<{ readonly source: string; readonly compiled: CompiledMethod }> {
  const source = await sourceOf(tx, workspaceId, choice);
  return { source, compiled: compiledFrom(source) };
}

async function sourceOf(tx: Tx, workspaceId: string, choice: MethodChoice): Promise<string> {
  if ('source' in choice) return choice.source;
  if ('template' in choice) {
    if (!templateKeys().includes(choice.template))
      throw new Refusal('method-not-found', { name: choice.template, known: templateKeys().join(', ') });
    return templateSource(choice.template);
  }
  const text = await methodText(tx, workspaceId, choice.version);
  if (text === null)
    throw new Refusal('method-not-found', { name: String(choice.version), known: templateKeys().join(', ') });
  return text;
}

/** A method's text as it would be published, checked. */
export async function readMethodText(session: Session, choice: MethodChoice): Promise<string> {
  must(session, 'accounts.read');
  return inWorkspace(
    session.store,
    session.workspaceId,
    async (tx) => (await chosenIn(tx, session, choice)).source,
  );
}

/** Where two methods say something else. */
export async function compareMethods(
  session: Session,
  before: MethodChoice,
  after: MethodChoice,
): Promise<readonly MethodChange[]> {
  must(session, 'accounts.read');
  return inWorkspace(session.store, session.workspaceId, async (tx) => {
    const [mine, theirs] = [await chosenIn(tx, session, before), await chosenIn(tx, session, after)];
    return methodDifference(mine.compiled.method, theirs.compiled.method);
  });
}

export type Published = {
  readonly version: number;
  /** Places in which it says something else than the version before. */
  readonly changes: number;
};

/**
 * Publishes a method as the next version. `over` is the version it was looked at beside: refused as `method-changed` where
 * another runs by now; null asks nothing. Answers the version that runs; the same text again is no new version.
 */
export async function publishMethod(
  session: Session,
  choice: MethodChoice,
  over: number | null,
  once: Once = null,
): Promise<Published> {
  must(session, 'method.write');
  return inWorkspace(session.store, session.workspaceId, async (tx) => {
    const { answer } = await answeredOnce(tx, session, once, () => publishIn(tx, session, choice, over));
    return answer;
  });
}

async function publishIn(
  tx: Tx,
  session: Session,
  choice: MethodChoice,
  over: number | null,
): Promise<Published> {
  const { workspaceId, actor, door, now, random } = session;
  await lockMethod(tx, workspaceId);
  const running = await runningMethod(tx, workspaceId, now);
  if (over !== null && running.version !== over)
    throw new Refusal('method-changed', { version: running.version });
  const { source, compiled } = await chosenIn(tx, session, choice);
  const before = await latestMethod(tx, workspaceId);
  const hash = contentHash(source);
  if (before?.contentHash === hash) return { version: running.version, changes: 0 };
  const version = running.version + 1;
  const { key } = compiled.method;
  await insertMethod(tx, workspaceId, { version, key, contentHash: hash, source, actor, now });
  const changes = before ? methodDifference(compiledFrom(before.source).method, compiled.method).length : 0;
  const detail = { version, key, changes };
  const auditId = uuidv7(now, random);
  await insertAudit(tx, workspaceId, { auditId, at: now, actor, door, verb: 'publish-method', detail });
  return { version, changes };
}
