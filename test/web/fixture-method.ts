// The fixture's method: the shipped ones in words, a look that finds some customers, publishing that counts up.
import type { IncomingMessage } from 'node:http';
import { templateKeys, templateSource } from '#actions/templates.ts';
import type { MethodChoice, MethodPreview } from '#contract/methods.ts';
import { parseMethod } from '#domain/method/load.ts';
import { profileLeafTypes } from '#domain/method/profile-leaves.ts';
import type { Method } from '#domain/method/schema.ts';
import { practiceWords } from '#words/practice.ts';
import { practiceCodes } from '#domain/method/practice.ts';
import { methodWords } from '#words/method.ts';

type Answer = readonly [status: number, body: unknown];

const shipped: readonly Method[] = templateKeys().map((key) => {
  const loaded = parseMethod(templateSource(key), profileLeafTypes);
  if ('problems' in loaded) throw new Error(key);
  return loaded.method;
});
const published = new Map<string, readonly string[]>();

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const part of request) text += String(part);
  return text === '' ? null : JSON.parse(text);
}

function read(workspace: string, en: boolean): unknown {
  const keys = published.get(workspace) ?? [];
  const runs = ['servicos-b2b', ...keys];
  const method = shipped.find(({ key }) => key === runs.at(-1)) ?? shipped[0];
  const label = ({ label: { pt, en: english } }: Method): string => (en ? english : pt);
  const versions = runs.map((key, at) => ({
    version: at + 1,
    key,
    label: label(shipped.find((one) => one.key === key) ?? shipped[0]!),
    actor: 'operator',
    at: '2026-10-05T12:00:00.000Z',
  }));
  return {
    version: runs.length,
    ...methodWords(method!, en ? 'en' : 'pt-BR'),
    warnings:
      workspace === 'grande'
        ? practiceCodes
            .map((code) => ({ code, keys: [], params: { offers: 14, most: 10 } }))
            .slice(4)
            .map((one) => ({ code: one.code, ...practiceWords(one, method!, en ? 'en' : 'pt-BR') }))
        : [],
    versions: versions.toReversed(),
    templates: shipped.map((one) => ({
      key: one.key,
      label: label(one),
      stages: one.stages.map((stage) => (en ? stage.label.en : stage.label.pt)),
    })),
  };
}

const preview = (over: number, size: number): MethodPreview => ({
  over,
  total: size,
  looked: Math.min(size, 2000),
  changed: 43,
  byAspect: { band: 18, stage: 31, action: 9, offer: 6, list: 12 },
  text:
    size > 2000
      ? 'Mudam 43 clientes dos 2.000 que mais pedem atenção (de 100.000).'
      : `Mudam 43 clientes de ${size}.`,
  bands: [
    { from: 'yellow', to: 'unknown', accounts: 12, text: '12 amarelo → sem dados suficientes' },
    { from: 'green', to: 'yellow', accounts: 6, text: '6 verde → amarelo' },
  ],
  examples: [
    ['c000004', 'Transportes Rio Pardo Logística e Armazéns Gerais', 'Fase: Expansão → Adoção'],
    ['c000014', 'Metalúrgica Itaúna', 'Saúde: amarelo 41,3 → vermelho 38,9'],
    ['c000021', 'Colégio Três Marias', 'Próxima oferta: Nova área ou unidade → nenhuma'],
  ].map(([id = '', account = '', change = '']) => ({
    id,
    account,
    changes: [change, 'Próxima ação: manter o ritmo → Onboarding atrasado'],
  })),
});

const wrong = {
  type: 'about:blank',
  title: 'O método tem um erro',
  status: 422,
  code: 'method-invalid',
  detail: 'Linha 12: expected number',
  errors: [
    { path: '12: health.shallowBelow', code: 'method-invalid', message: 'Invalid input: expected number' },
    {
      path: '40: signals.3.when',
      code: 'method-invalid',
      message: "leaf 'usage.seats' is not in the profile",
    },
  ],
};

/** Answers a request about the method; null: it is about something else. */
export async function answerMethod(request: IncomingMessage, url: URL, size: number): Promise<Answer | null> {
  const [, , , , workspace = '', thing, more] = url.pathname.split('/');
  if (thing !== 'method') return null;
  const version = (published.get(workspace) ?? []).length + 1;
  if (request.method === 'GET')
    return more === 'text'
      ? [200, { version, source: templateSource('servicos-b2b') }]
      : [200, read(workspace, url.searchParams.get('lang') === 'en')];
  const body = (await bodyOf(request)) as MethodChoice & { choice?: MethodChoice };
  if (more === 'preview')
    return 'source' in body && !body.source.includes('schema:')
      ? [422, wrong]
      : [200, preview(version, size)];
  const { choice } = body;
  const key = choice && 'template' in choice ? choice.template : 'servicos-b2b';
  published.set(workspace, [...(published.get(workspace) ?? []), key]);
  return [200, { version: version + 1, changes: 58 }];
}
