// The team of the fictitious customers: one looks after each, a hand-over holds until it is taken back.
import type { IncomingMessage } from 'node:http';
import type { AccountTeam, HandOver } from '#contract/team.ts';
import { csms } from './sample-words.ts';

type Answer = readonly [status: number, body: unknown];

const choices = csms.map((label) => ({ key: label.toLowerCase().replace(' ', '.'), label }));
const handed = new Map<string, string>();

function teamOf(workspace: string, id: string): AccountTeam {
  const first = choices[0] ?? { key: 'ana', label: 'Ana' };
  const key = handed.get(id) ?? first.key;
  return {
    team: [
      {
        member: key,
        name: choices.find((one) => one.key === key)?.label ?? key,
        role: 'csm',
        roleLabel: 'CSM',
        since: '2025-03-10',
      },
      { member: 'beto', name: 'Beto Sales', role: 'finance', roleLabel: 'financeiro', since: '2026-01-12' },
    ],
    choices,
    mayPass: workspace !== 'leitura',
    tasks: 2,
    note: [
      'Saúde: amarelo 58. Fase: Adoção.',
      'Renova em 12/12/2026.',
      'Próximo passo: ligar e descobrir quem assumiu no lugar do sponsor (até 07/10/2026).',
      'Em aberto: enviar o plano de integração (até 14/10/2026); confirmar o marco de junho.',
      'Prometemos 1 coisa que falta cumprir (até 20/10/2026).',
    ].join('\n'),
  };
}

async function bodyOf<T>(request: IncomingMessage): Promise<T> {
  let text = '';
  for await (const part of request) text += String(part);
  return JSON.parse(text) as T;
}

/** Answers a request about who looks after customers; null: it is about something else. */
export async function answerTeam(request: IncomingMessage, url: URL): Promise<Answer | null> {
  const [, , , , workspace = '', thing, id = '', part] = url.pathname.split('/');
  if (thing === 'accounts' && part === 'team') return [200, teamOf(workspace, id)];
  if (thing !== 'team') return null;
  if (part === 'take-back') {
    handed.clear();
    return [200, { accounts: 1 }];
  }
  const { accounts, to } = await bodyOf<HandOver>(request);
  for (const account of accounts) if (to !== null) handed.set(account, to);
  const done = accounts.map((account) => ({ id: account, name: 'Cliente', tasks: 2 }));
  return [200, { handed: done, kept: [], facts: accounts.map((account) => `fact-${account}`) }];
}
