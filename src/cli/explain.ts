// `perene explain`: one account, from the verdict down to the facts.
import { parseDay } from '#base/day.ts';
import { findAccount } from '#actions/find-account.ts';
import { openAccount } from '#actions/open-account.ts';
import { customerPageOf } from '#words/customer-page.ts';
import { dayText, numberText, percentText } from '#words/format.ts';
import { bandLabel } from '#words/labels.ts';
import { joined } from './joined.ts';
import { table } from './tables.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse, type Parsed } from './usage.ts';

type Page = ReturnType<typeof customerPageOf>;
/** Missing measures that are named one by one. */
const mostNamed = 6;
const states: Readonly<Record<string, readonly [pt: string, en: string]>> = {
  offer: ['oferecer', 'offer'],
  prepare: ['preparar', 'prepare'],
  confirm: ['confirmar', 'confirm'],
};
const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : undefined);

function healthText(page: Page, terminal: Terminal): string {
  const { locale } = terminal;
  const en = locale === 'en';
  const number = (value: number | null) => (value === null ? '—' : numberText(value, locale));
  const columns = [
    { title: en ? 'Measure' : 'Medida', max: 44 },
    { title: en ? 'Value' : 'Valor', right: true, max: 24 },
    { title: en ? 'Points' : 'Nota', right: true },
    { title: en ? 'Gives' : 'Contribui', right: true },
  ];
  const rows = page.health.measures
    .filter((measure) => measure.points !== null)
    .map((measure) => [measure.label, measure.rawText, number(measure.points), number(measure.contribution)]);
  const head =
    page.health.score === null
      ? bandLabel('unknown', locale)
      : `${number(page.health.score)} ${bandLabel(page.health.band, locale)}`;
  const covered = `${en ? 'coverage' : 'cobertura'} ${percentText(page.health.coverage, locale)}`;
  const shown = rows.length === 0 ? [] : [table(columns, rows)];
  return [`Health score ${head}, ${covered}`, ...shown, ...missingText(page, en)].join('\n');
}

/** The measures without data that weigh most, by name: what to collect next. */
function missingText(page: Page, en: boolean): string[] {
  const { missing } = page.health;
  if (missing.length === 0) return [];
  const named = missing.slice(0, mostNamed).map((measure) => measure.label);
  const more = missing.length - named.length;
  const rest = more === 0 ? '' : en ? ` and ${more} more` : ` e mais ${more}`;
  return [`${en ? 'No data yet' : 'Ainda sem dado'}: ${named.join(', ')}${rest}.`];
}

function pageText(page: Page, terminal: Terminal): string {
  const en = terminal.locale === 'en';
  const day = (iso: string) => {
    const parsed = parseDay(iso);
    return parsed === null ? iso : dayText(parsed, terminal.locale);
  };
  const signals = page.signals.map((signal) => `  ${signal.label}, ${signal.sinceText}: ${signal.evidence}`);
  const offer = page.offer
    ? [
        `${page.offer.label} (${states[page.offer.state]?.[en ? 1 : 0] ?? page.offer.state})`,
        `  ${page.offer.text}`,
        ...page.offer.ask.map((ask) => `  ${ask}`),
        ...Object.values(page.offer.texts).map((line) => `  ${line}`),
      ]
    : [page.offerReasonText];
  const others = page.whyNot.map((other) => `  ${other.label}: ${other.text}`);
  return [
    `${page.head.name} · ${page.head.statusLabel} · ${day(page.asOf)}`,
    page.verdict.text,
    '',
    healthText(page, terminal),
    ...(page.counterfactual ? [page.counterfactual] : []),
    '',
    en ? 'Signals' : 'Sinais',
    ...(signals.length === 0 ? [en ? '  none' : '  nenhum'] : signals),
    '',
    en ? 'Next action' : 'Próxima ação',
    `  ${page.action.text} (${[page.action.owner ?? page.action.ownerLabel, page.action.also].filter(Boolean).join(' + ')}, ${page.action.channelLabel}, ${en ? 'by' : 'até'} ${day(page.action.due)})`,
    `  ${page.action.say}`,
    '',
    en ? 'Next offer' : 'Próxima oferta',
    ...offer,
    ...(others.length === 0 ? [] : ['', en ? 'Why not the others' : 'Por que não as outras', ...others]),
    '',
  ].join('\n');
}

export async function explainCommand(terminal: Terminal, parsed: Parsed): Promise<void> {
  const [typed] = parsed.positionals;
  if (typed === undefined) throw new WrongUse(terminal.locale === 'en' ? 'Which customer?' : 'Qual cliente?');
  await joined(
    terminal,
    text(parsed.values['workspace']),
    async ({ session }) => {
      const id = await findAccount(session, typed);
      const opened = await openAccount(session, id, text(parsed.values['as-of']));
      const { account, workspace, method } = opened;
      const page = customerPageOf(
        {
          ...opened,
          account: { id: account.accountId, name: account.name, taxId: account.taxId },
          currency: workspace.currency,
          method: { version: method.version, method: method.compiled.method },
        },
        terminal.locale,
      );
      if (parsed.values['json'] !== true) {
        terminal.out(pageText(page, terminal));
        return;
      }
      const { decision, profile, contextHash } = opened;
      terminal.out(`${JSON.stringify({ ...page, contextHash, decision, profile })}\n`);
    },
    'looks',
  );
}
