// `perene week`: the list of the week, as tables for people or one JSON document.
import { readWeek } from '#actions/week.ts';
import { dayText, moneyText, numberText } from '#words/format.ts';
import { parseDay } from '#base/day.ts';
import { bandLabel } from '#words/labels.ts';
import type { Line } from '#words/line.ts';
import { weekOf, type WeekWords } from '#words/week.ts';
import { reportText } from './import.ts';
import { joined } from './joined.ts';
import { importPaths } from './sheets.ts';
import { table } from './tables.ts';
import type { Terminal } from './terminal.ts';
import type { Parsed } from './usage.ts';

const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : undefined);
/** Accounts of each list that people are shown. */
const top = 10;

function listTable(lines: readonly Line[], terminal: Terminal, offers: boolean): string {
  const { locale } = terminal;
  const en = locale === 'en';
  const columns = [
    { title: '', right: true },
    { title: en ? 'Customer' : 'Cliente', max: 28 },
    { title: en ? 'Health' : 'Saúde' },
    { title: en ? 'A month' : 'Por mês', right: true },
    { title: en ? 'Renews' : 'Renova' },
    { title: en ? 'Who' : 'Quem', max: 20 },
    { title: en ? 'Until' : 'Até' },
    { title: offers ? (en ? 'Next offer' : 'Próxima oferta') : en ? 'Next action' : 'Próxima ação', max: 96 },
  ];
  const day = (iso: string | null) => {
    const parsed = iso === null ? null : parseDay(iso);
    return parsed === null ? '—' : dayText(parsed, locale);
  };
  const rows = lines
    .slice(0, top)
    .map((line, i) => [
      String(i + 1),
      line.account,
      line.health.score === null
        ? bandLabel('unknown', locale)
        : `${numberText(line.health.score, locale)} ${bandLabel(line.health.band, locale)}`,
      line.mrrCents === null ? '—' : moneyText(line.mrrCents, line.currency, locale),
      day(line.renewsOn),
      line.action.owner ?? line.action.ownerLabel,
      line.action.outsideWeek
        ? `${day(line.action.due)} ${en ? '(no room)' : '(fora)'}`
        : day(line.action.due),
      offers && line.offer
        ? `${line.offer.label}${line.offer.ask.length > 0 ? `. ${line.offer.ask.join(' ')}` : ''}`
        : line.action.text,
    ]);
  return table(columns, rows);
}

/** The week as a person reads it. */
function weekText(week: WeekWords, terminal: Terminal): string {
  const en = terminal.locale === 'en';
  const day = parseDay(week.asOf);
  const shallow = week.lines.filter((line) => line.health.depth < 0.3).length;
  const stages = week.stages.map((stage) => `${stage.label} ${stage.accounts}`).join(' · ');
  const head = en
    ? `Week of ${day === null ? '' : dayText(day, 'en')} · ${week.lines.length} customers`
    : `Semana de ${day === null ? '' : dayText(day, 'pt-BR')} · ${week.lines.length} clientes`;
  const note =
    shallow * 2 > week.lines.length
      ? [
          en
            ? `Shallow evidence for most of the list: few measures have data yet.`
            : `Evidência rasa na maior parte da lista: poucas medidas têm dado por enquanto.`,
        ]
      : [];
  const section = (title: string, lines: readonly Line[], offers: boolean) =>
    lines.length === 0 ? [] : ['', `${title} (${lines.length})`, listTable(lines, terminal, offers)];
  const listed = new Set([...week.atRisk, ...week.ready].map((line) => line.id));
  const others = week.lines.filter((line) => !listed.has(line.id));
  return [
    head,
    stages,
    ...note,
    ...week.notices.map((notice) => notice.text),
    ...week.people.map((person) => person.text),
    ...section(en ? 'At risk' : 'Em risco', week.atRisk, false),
    ...section(en ? 'Ready to expand' : 'Prontos para expandir', week.ready, true),
    ...section(en ? 'The others' : 'Os demais', others, false),
    '',
  ].join('\n');
}

export async function weekCommand(terminal: Terminal, parsed: Parsed): Promise<void> {
  const { values } = parsed;
  await joined(
    terminal,
    text(values['workspace']),
    async ({ session }) => {
      const path = text(values['import']);
      const asOf = text(values['as-of']);
      const ask = {
        paths: path === undefined ? [] : [path],
        map: text(values['map']),
        today: asOf,
        dryRun: false,
      };
      const report = path === undefined ? null : await importPaths(session, ask, terminal);
      const week = weekOf(await readWeek(session, asOf), terminal.locale);
      if (values['json'] === true)
        terminal.out(`${JSON.stringify({ ...week, ...(report ? { import: report } : {}) })}\n`);
      else {
        if (report) terminal.note(`${reportText(report, terminal, false)}\n`);
        terminal.out(weekText(week, terminal));
      }
    },
    values['import'] === undefined ? 'looks' : 'writes',
  );
}
