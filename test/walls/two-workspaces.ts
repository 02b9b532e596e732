// Two workspaces whose every text and amount names theirs, and the calls of each route that try to reach over.
import { at } from '#actions/testing.ts';
import type { Session } from '#actions/session.ts';
import { bring, record } from '#actions/testing.ts';
import { readWeek } from '#actions/week.ts';
import { brMoney, sample, sheetBytes, type SampleRow } from '#actions/testing-sheet.ts';
import { routes } from '#contract/routes.ts';
import { baseCalls } from './base-calls.ts';
import { contactCalls } from './contact-calls.ts';
import { draftCalls } from './draft-calls.ts';
import { peopleCalls } from './people-calls.ts';

export const today = '2026-04-15';
export type Made = {
  readonly ours: string[];
  readonly theirs: string[];
  ourImport: string;
  theirImport: string;
  /** A draft with a file in each, and a mapping that the other workspace saved. */
  ourDraft: string;
  theirDraft: string;
  theirFile: string;
  theirMapping: string;
  /** Somebody invited into the other workspace. */
  theirPerson: string;
  /** A view of the Base that the other workspace keeps. */
  theirView: string;
  /** A note that a person of the other workspace wrote by hand. */
  theirFact: string;
  /** State of our list of words for suggested events. */
  ourStamp: string;
};

/** Rows whose every text and amount names their workspace. */
export function marked(mark: string, cents: number): SampleRow[] {
  return sample(8, mark).rows.map((row, i) => ({
    ...row,
    Cliente: `${mark} Cliente ${i}`,
    CNPJ: mark === '' ? row.CNPJ : (sample(20, mark).rows[i + 10]?.CNPJ ?? ''),
    'Valor mensal (R$)': brMoney(cents + i),
    Comentário: `${mark} comentou`,
    'Responsável (CS)': `${mark} Dono`,
    Observações: `${mark} observou que estão crescendo rápido`,
  }));
}

/** A note and an event for each account. */
export const facts = (mark: string, ids: readonly string[]) =>
  ids.flatMap((id, i) => [
    {
      type: 'note-written',
      body: { text: `${mark} nota` },
      source: `${mark}fonte`,
      externalId: `${mark}${i}`,
      account: { id },
    },
    {
      type: 'usage-tracked',
      body: { user: `${mark}pessoa`, event: `${mark}login` },
      source: `${mark}fonte`,
      externalId: `${mark}u${i}`,
      account: { id },
      occurredAt: '2026-04-14T12:00:00Z',
    },
  ]);

/** Brings each workspace its customers, one after the other, and the other one what it knows of its own. */
export async function fillBoth(made: Made, ours: Session, theirs: Session): Promise<void> {
  made.ourImport = (await bring(ours, sheetBytes(marked('Nosso', 10_000)), 'nosso.csv')).imports[0] ?? '';
  made.theirImport =
    (await bring(theirs, sheetBytes(marked('CANARIO', 987_650_000)), 'CANARIO.csv')).imports[0] ?? '';
  for (const [by, ids] of [
    [ours, made.ours],
    [theirs, made.theirs],
  ] as const)
    for (const { id } of (await readWeek(by, undefined)).accounts) ids.push(id);
  await record(theirs, facts('CANARIO', made.theirs));
}

/** Every way to say an id: ours, theirs, nobody's, no id at all. */
const idsToTry = (made: Made) => [
  made.ours[2] ?? '',
  made.theirs[2] ?? '',
  made.theirImport,
  crypto.randomUUID(),
  'CANARIO'.toLowerCase(),
];

export type Call = { readonly method: string; readonly url: string; readonly body?: string | Uint8Array };

/** Calls of a route for the workspace `ours`. */
export function callsOf(name: keyof typeof routes, ours: string, made: Made): Call[] {
  const drafted =
    contactCalls(name, ours, idsToTry(made)) ??
    draftCalls(name, ours, made) ??
    peopleCalls(name, ours, made) ??
    baseCalls(name, ours, made);
  if (drafted) return drafted;
  const { method, path } = routes[name];
  const spots = (id: string): string => path.replace('{workspace}', ours).replace('{id}', id);
  const post = (id: string, body: unknown): Call => ({ method, url: spots(id), body: JSON.stringify(body) });
  const theirAccount = made.theirs[3] ?? '';
  switch (name) {
    case 'postFacts':
      return [
        post('', {
          facts: facts('Nosso2', made.ours).map(({ account, ...fact }) => ({
            ...fact,
            account: account.id,
            occurredAt: today,
          })),
        }),
        post('', {
          facts: [
            {
              type: 'note-written',
              body: { text: 'x' },
              source: 's',
              externalId: 'w',
              account: theirAccount,
              occurredAt: today,
            },
          ],
        }),
        post('', {
          facts: [
            {
              type: 'note-written',
              body: { text: 'x' },
              source: 'mesma',
              externalId: 'mesmo-1',
              account: 'mesmo',
              occurredAt: today,
            },
          ],
        }),
      ];
    case 'postEntry':
      return idsToTry(made).flatMap((id) => [
        post(id, { entry: { kind: 'note', text: 'Nosso x' } }),
        post(id, { entry: { kind: 'stage', track: 'main', stage: 'adoption' } }),
      ]);
    case 'postLineDecision':
      return idsToTry(made).map((id) =>
        post(id, { what: 'Nosso combinado', owner: null, dueOn: null, over: null }),
      );
    case 'postLineClosed':
      return idsToTry(made).map((id) => post(id, { task: `weekly:2026-04-13:${id}`, outcome: 'done' }));
    case 'postTasks':
      return idsToTry(made).flatMap((id) => [
        post('', { accounts: [id], what: 'Nossa tarefa' }),
        post('', { accounts: [made.ours[4], id], what: 'Nossa tarefa', owner: 'CANARIO' }),
      ]);
    case 'postTaskChange':
      return idsToTry(made).map((id) =>
        post(id, {
          task: id,
          action: 'own',
          what: 'x',
          over: made.theirFact,
          change: { kind: 'snooze', dueOn: '2026-04-20' },
        }),
      );
    case 'postTasksUndo':
      return idsToTry(made).map((id) => post('', { undo: [{ account: id, facts: [made.theirFact] }] }));
    case 'getToday':
      return ['', '?lang=en', '?person=all', '?person=CANARIO', '?person=canario%20dono'].map((query) => ({
        method,
        url: spots('') + query,
      }));
    case 'getAccountTeam':
      return idsToTry(made).map((id) => ({ method, url: spots(id) }));
    case 'postHandOver':
      return idsToTry(made).map((id) => post('', { accounts: [id], to: 'nosso dono', note: 'Nosso recado' }));
    case 'postHandOverBack':
      return [post('', { facts: [made.theirFact] }), post('', { facts: [crypto.randomUUID()] })];
    case 'postMinutes':
      return [post('', { text: 'Nossa ata' })];
    case 'deleteEntry':
      return idsToTry(made).map((id) => ({ method, url: spots(id).replace('{fact}', made.theirFact) }));
    case 'postImport':
      return [
        {
          method,
          url: `${spots('')}?name=x.csv`,
          body: sheetBytes(
            marked('CANARIO', 20_000)
              .map((row) => ({
                ...row,
                Cliente: 'Nosso mesmo CNPJ',
                Comentário: '',
                Observações: '',
                'Responsável (CS)': '',
              }))
              .slice(0, 1),
          ),
        },
      ];
    case 'deleteImport':
      return [made.theirImport, crypto.randomUUID()].map((id) => ({ method, url: spots(id) }));
    case 'mergeAccount':
      return idsToTry(made).flatMap((id) => [
        post(id, { into: made.ours[4] }),
        post(made.ours[5] ?? '', { into: id }),
      ]);
    case 'unmergeAccount':
      return [...idsToTry(made), made.theirs[0] ?? ''].map((id) => post(id, {}));
    case 'answerPair':
      return idsToTry(made).flatMap((id) =>
        [true, false].map((rejected) => post('', { left: made.ours[2], right: id, rejected })),
      );
    case 'answerGroup':
      return [
        post('', { root: '10000001', answer: 'confirmed', name: 'Nosso grupo' }),
        post('', { root: '10000001', answer: 'rejected' }),
        post('', { root: 'CANARIO0', answer: 'taken_back' }),
      ];
    case 'assignShell':
      return idsToTry(made).flatMap((id) => [true, false].map((assigned) => post(id, { assigned })));
    case 'previewMethod':
      return [{ template: 'saas' }, { version: 1 }, { source: 'key: nosso' }].map((choice) =>
        post('', choice),
      );
    case 'publishMethod':
      return [{ version: 1 }, { template: 'nenhum' }].map((choice) => post('', { choice, over: 1 }));
    case 'getKeywords':
      return ['', '?lang=en'].map((query) => ({ method, url: spots('') + query }));
    case 'findKeyword':
      return ['CANARIO', 'observou', 'crescendo rapido'].map((word) => ({
        method,
        url: `${spots('')}?word=${encodeURIComponent(word)}`,
      }));
    case 'putKeywords':
      return [
        post('', { over: made.ourStamp, words: [{ word: 'nosso', event: 'growth', family: null }] }),
        post('', { over: made.ourStamp, words: [] }),
      ];
    case 'postSuggestion':
      return idsToTry(made).flatMap((id) => [
        post(id, { event: 'growth', happened: true }),
        post(id, { event: 'growth', happened: false, contact: made.theirs[1] }),
      ]);
    case 'deleteSuggestion':
      return idsToTry(made).map((id) => ({
        method,
        url: spots(id).replace('{answer}', `suggestion:growth:${at(today, 0)}`),
      }));
    case 'getExport':
      return [
        ...['accounts', 'contacts', 'subscriptions', 'tickets', 'answers', 'observations', 'facts'].map(
          (table) => `?format=csv&table=${table}`,
        ),
        '?format=xlsx',
      ].map((query) => ({ method, url: spots('') + query }));
    case 'listImports':
      return ['', `?cursor=${made.theirImport}`, '?limit=1'].map((query) => ({
        method,
        url: spots('') + query,
      }));
    case 'getIdentity':
      return ['', `?cursor=${made.theirs[0]}`, '?lang=en'].map((query) => ({
        method,
        url: spots('') + query,
      }));
    case 'listAccounts':
      return [
        '',
        '?q=canario',
        '?q=nosso&sort=mrr&dir=desc',
        '?view=risk',
        '?asOf=2026-03-01',
        '?sort=name&limit=2',
      ].map((query) => ({ method, url: spots('') + query }));
    default:
      return idsToTry(made).flatMap((id) =>
        ['', '?asOf=2026-04-01&lang=en'].map((query) => ({ method, url: spots(id) + query })),
      );
  }
}
