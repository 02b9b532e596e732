// The workspace's clockwork as decisions need it: zone, currency, calendar, rates, what sources cover.
import { brazilianCalendar } from '#base/calendar.ts';
import { parseDay, type Day } from '#base/day.ts';
import { dayAt } from '#base/zone.ts';
import type { Coverage, Frame, Rate } from '#domain/profile/shape.ts';
import type { Grain } from '#domain/facts/workspace-facts.ts';
import type { Tx } from '#store/in-workspace.ts';
import { readWorkspace, type Workspace } from '#store/workspaces.ts';
import { heldFirmFacts, workspaceFacts, type FirmFact } from '#store/workspace-facts.ts';
import { Refusal } from './refusal.ts';

export type WorkspaceSetting = {
  readonly workspace: Workspace;
  readonly frame: Frame;
  /** What of the firm's facts the frame holds only in worked form. */
  readonly firm: {
    readonly holidays: readonly { day: Day; name: string; off: boolean }[];
    /** Facts of delivery capacity, every revision, in the order in which they were known. */
    readonly capacity: readonly FirmFact[];
  };
};

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const day = (value: unknown): Day => parseDay(text(value)) ?? 0;

function coverageOf(fact: { body: Record<string, unknown>; knownAt: number }): Coverage {
  return {
    covers: text(fact.body['covers']),
    metric: typeof fact.body['metric'] === 'string' ? fact.body['metric'] : null,
    from: day(fact.body['from']),
    to: day(fact.body['to']),
    grain: text(fact.body['grain']) as Grain,
    scope: 'workspace',
    known: fact.knownAt,
  };
}

function codes(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : null;
}

const firmTypes = ['source-covered', 'rate-quoted', 'holiday-declared', 'capacity-set'];

/** Reads the workspace and everything that profiles need beside an account's own facts. */
export async function readSetting(tx: Tx, workspaceId: string): Promise<WorkspaceSetting> {
  const workspace = await readWorkspace(tx);
  if (!workspace) throw new Refusal('workspace-not-found', { workspace: workspaceId });
  const facts = await workspaceFacts(tx, workspaceId, firmTypes);
  const of = (type: string) => facts.filter((fact) => fact.type === type);
  const holidays = heldFirmFacts(of('holiday-declared'), Infinity).map(({ body }) => ({
    day: day(body['day']),
    name: text(body['name']),
    off: body['off'] !== false,
  }));
  const rates = of('rate-quoted').map((fact): Rate => ({
    base: text(fact.body['base']),
    quote: text(fact.body['quote']),
    rate: Number(fact.body['rate']),
    day: dayAt(fact.occurredAt, workspace.zone),
    known: fact.knownAt,
  }));
  return {
    workspace,
    firm: { holidays: [...holidays].sort((a, b) => a.day - b.day), capacity: of('capacity-set') },
    frame: {
      zone: workspace.zone,
      currency: workspace.currency,
      calendar: brazilianCalendar(workspace.zone, holidays),
      rates,
      coverage: of('source-covered').map(coverageOf),
      criticalFeatures: codes(workspace.settings['criticalFeatures']),
      advancedFeatures: codes(workspace.settings['advancedFeatures']),
    },
  };
}
