// `perene explain`: one account, from the verdict down to the facts.
import { findAccount } from '#actions/find-account.ts';
import { openAccount } from '#actions/open-account.ts';
import { customerPageOf } from '#words/customer-page.ts';
import { numberText, percentText } from '#words/format.ts';
import { bandLabel } from '#words/labels.ts';
import { joined } from './joined.ts';
import { table } from './tables.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse, type Parsed } from './usage.ts';

type Page = ReturnType<typeof customerPageOf>;
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
  return `Health score ${head}, ${covered}\n${table(columns, rows)}`;
}

function pageText(page: Page, terminal: Terminal): string {
  const en = terminal.locale === 'en';
  const signals = page.signals.map(
    (signal) => `  ${signal.label}, ${en ? 'since' : 'desde'} ${signal.since}: ${signal.evidence}`,
  );
  const offer = page.offer
    ? [
        `${page.offer.label} (${page.offer.state})`,
        `  ${page.offer.text}`,
        ...page.offer.ask.map((ask) => `  ${ask}`),
        ...Object.values(page.offer.texts).map((line) => `  ${line}`),
      ]
    : [page.offerReasonText];
  const others = page.whyNot.map((other) => `  ${other.label}: ${other.text}`);
  return [
    `${page.head.name} · ${page.head.statusLabel} · ${page.asOf}`,
    page.verdict.text,
    '',
    healthText(page, terminal),
    ...(page.counterfactual ? [page.counterfactual] : []),
    '',
    en ? 'Signals' : 'Sinais',
    ...(signals.length === 0 ? [en ? '  none' : '  nenhum'] : signals),
    '',
    en ? 'Next action' : 'Próxima ação',
    `  ${page.action.text} (${page.action.owner ?? page.action.ownerLabel}, ${page.action.channelLabel}, ${page.action.due})`,
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
  await joined(terminal, text(parsed.values['workspace']), async ({ session }) => {
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
  });
}
