// Words of a closed list (segment, status, yes and no), addresses, names: text → code. Unknown words are said, not guessed.
import { normalise, tokens } from '#base/text.ts';
import type { Segment } from '#domain/facts/account-facts.ts';
import { bad, type Read, readShort, readWith, value } from './cell.ts';
import type { Cell } from './table.ts';

export type AccountStatus = 'active' | 'cancelled' | 'finished' | 'notice' | 'paused' | 'prospect';
export type Verdict = 'green' | 'yellow' | 'red';

const segmentWords: Readonly<Record<Segment, readonly string[]>> = {
  smb: [
    'pme',
    'pmes',
    'smb',
    'sme',
    'pequeno',
    'pequena',
    'pequenas',
    'pequenas empresas',
    'small',
    'small business',
    'micro',
    'me',
    'epp',
    'starter',
    'small and medium',
    'pequenas e medias',
    'pequenas e medias empresas',
  ],
  mid_market: [
    'mid market',
    'midmarket',
    'mid',
    'medio',
    'media',
    'medias',
    'medias empresas',
    'middle',
    'middle market',
    'medium',
    'medio porte',
  ],
  enterprise: [
    'enterprise',
    'ent',
    'grande',
    'grandes',
    'grandes contas',
    'grande porte',
    'grandes empresas',
    'large',
    'corporate',
    'corporativo',
    'key account',
    'strategic',
  ],
  product_led: ['plg', 'product led', 'self service', 'self serve', 'autoatendimento', 'tech touch'],
};
const statusWords: Readonly<Record<AccountStatus, readonly string[]>> = {
  active: [
    'ativo',
    'ativa',
    'ativos',
    'active',
    'vigente',
    'em vigor',
    'em dia',
    'live',
    'current',
    'cliente',
    'em andamento',
    'customer',
    'renovado',
    'renovada',
    'renewed',
    'regular',
    'adimplente',
    'inadimplente',
    'em atraso',
    'em implantacao',
    'implantacao',
    'nao iniciado',
    'a iniciar',
    'em renovacao',
    'renovando',
  ],
  cancelled: [
    'cancelado',
    'cancelada',
    'cancelled',
    'canceled',
    'churn',
    'churned',
    'encerrado',
    'encerrada',
    'inativo',
    'inativa',
    'inactive',
    'perdido',
    'lost',
    'ex cliente',
    'terminated',
    'closed',
    'rescindido',
    'rescindida',
    'baixado',
    'baixada',
    'desativado',
    'desativada',
    'distratado',
    'saiu',
    'desligado',
  ],
  finished: [
    'concluido',
    'concluida',
    'finalizado',
    'finalizada',
    'entregue',
    'completed',
    'finished',
    'done',
  ],
  notice: [
    'aviso',
    'aviso previo',
    'em aviso',
    'em cancelamento',
    'pediu cancelamento',
    'cancelamento solicitado',
    'notice',
    'notice given',
  ],
  paused: ['pausado', 'pausada', 'paused', 'suspenso', 'suspensa', 'suspended', 'congelado', 'on hold'],
  prospect: ['prospect', 'lead', 'prospeccao', 'trial', 'teste', 'em teste'],
};
const verdictWords: Readonly<Record<Verdict, readonly string[]>> = {
  green: ['verde', 'green', 'saudavel', 'healthy', '🟢'],
  yellow: ['amarelo', 'amarela', 'yellow', 'atencao', 'alerta', '🟡'],
  red: ['vermelho', 'vermelha', 'red', 'critico', 'critica', '🔴'],
};
const yes = new Set(['sim', 's', 'yes', 'y', 'true', 'verdadeiro', '1', 'x', 'ok', 'ativo', 'ativa']);
const no = new Set(['nao', 'n', 'no', 'false', 'falso', '0', 'inativo', 'inativa', 'cancelado', 'cancelada']);

const segmentOf = lookup(segmentWords);
const statusOf = lookup(statusWords);
const verdictOf = lookup(verdictWords);

function lookup<K extends string>(words: Readonly<Record<K, readonly string[]>>): ReadonlyMap<string, K> {
  const pairs = Object.entries<readonly string[]>(words).flatMap(([key, list]) =>
    list.map((word) => [word, key as K] as const),
  );
  return new Map(pairs);
}

function words(text: string): string {
  return tokens(text).join(' ');
}

/** Segment of the method: `PME` → smb, `Médio` → mid_market, `Grande` → enterprise, `PLG` → product_led. */
export function readSegment(cell: Cell): Read<Segment> {
  return readShort(cell, 'option_unknown', (text) => {
    const found = segmentOf.get(words(text));
    return found ? value(found) : bad('option_unknown');
  });
}

/** State of the customer in the sheet's own column. */
export function readStatus(cell: Cell): Read<AccountStatus> {
  return readShort(cell, 'option_unknown', (text) => {
    const found = statusOf.get(words(text));
    return found ? value(found) : bad('option_unknown');
  });
}

/** The colour a person gave the customer (`Farol: amarelo`). */
export function readVerdict(cell: Cell): Read<Verdict> {
  return readShort(cell, 'option_unknown', (text) => {
    const found = verdictOf.get(words(text)) ?? verdictOf.get(text.trim());
    return found ? value(found) : bad('option_unknown');
  });
}

/** Yes or no. */
export function readFlag(cell: Cell): Read<boolean> {
  return readShort(cell, 'option_unknown', (text) => {
    const word = words(text);
    if (yes.has(word)) return value(true);
    return no.has(word) ? value(false) : bad('option_unknown');
  });
}

/** Text of at most `max` characters. */
export function readText(cell: Cell, max: number): Read<string> {
  return readWith(cell, (text) => (text.length <= max ? value(text) : bad('text_too_long')));
}

const email = /^[^\s@<>,;"]{1,64}@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24})$/;

/** One address, lower case. */
export function readEmail(cell: Cell): Read<string> {
  return readWith(cell, (text) => {
    const bare = text.toLowerCase().replace(/^mailto:/, '');
    return bare.length <= 254 && email.test(bare) ? value(bare) : bad('email_unreadable');
  });
}

/** Mail houses for everybody: their domain says nothing about a company. */
const freeMail = new Set(
  (
    'gmail.com googlemail.com hotmail.com hotmail.com.br outlook.com outlook.com.br live.com msn.com yahoo.com yahoo.com.br ' +
    'icloud.com me.com aol.com bol.com.br uol.com.br terra.com.br ig.com.br globo.com globomail.com zipmail.com.br r7.com ' +
    'oi.com.br protonmail.com proton.me gmx.com gmx.de mail.com yandex.com zoho.com'
  ).split(' '),
);

/** Domain of a site or an address, without `www.`; a free mail house is nothing to keep. */
export function readDomain(cell: Cell): Read<string> {
  return readShort(cell, 'email_unreadable', (text) => {
    const host = text
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, '')
      .replace(/^.*@/, '')
      .replace(/^www\./, '')
      .replace(/[/:?#].*$/, '');
    if (!email.test(`x@${host}`)) return bad('email_unreadable');
    return freeMail.has(host) ? { kind: 'empty' } : value(host);
  });
}

/** Machine word of a text: lower case, no accents, `_` between words, at most `max` characters. */
export function codeOf(text: string, max = 120): string {
  return tokens(text).join('_').slice(0, max);
}

/** A person or company by name, as it is compared: lower case, no accents, no marks, single spaces. */
export function nameKey(text: string): string {
  const bare = tokens(text).join(' ');
  return (bare === '' ? normalise(text) : bare).slice(0, 250);
}
