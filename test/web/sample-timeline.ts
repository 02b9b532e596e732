// Facts of a fictitious customer: six kinds in turn, newest first.
import { formatDay, parseDay } from '#base/day.ts';
import type { TimelineItem, TimelinePage } from '#contract/facts.ts';
import { sampleToday, type Slim } from './sample-accounts.ts';
import { cases } from './sample-words.ts';

const iso = (day: number) => formatDay(day);
const at = (day: number, hour = 10) => `${formatDay(day)}T${String(hour).padStart(2, '0')}:30:00-03:00`;
const kinds = [
  ['usage-reported', 'use', 'Uso', '184 eventos em 30 dias', 'planilha'],
  ['meeting-held', 'people', 'Reunião', 'Check-in mensal: 3 de 5 convidados', 'agenda'],
  ['invoice-paid', 'money', 'Dinheiro', 'Fatura 2291 paga com 5 dias de atraso', 'planilha'],
  ['milestone-delivered', 'work', 'Marco', 'Painel de indicadores entregue', 'Luíza Prado'],
  ['survey-answered', 'people', 'NPS', 'Nota 7 do sponsor: “bom, mas demora a responder”', 'pesquisa'],
  ['ticket-opened', 'work', 'Suporte', 'Chamado 871, crítico: relatório sem dados', 'suporte'],
] as const;

export function timeline(s: Slim, query: URLSearchParams): TimelinePage {
  const asOf = parseDay(query.get('asOf') ?? '') ?? sampleToday;
  const group = query.get('group') ?? 'all';
  const all: TimelineItem[] = Array.from({ length: 63 }, (_, index) => {
    const [type, kind, label, text, source] = kinds[index % kinds.length]!;
    const signal = index % 9 === 0 ? [cases[(s.n + index) % cases.length]!] : [];
    return {
      id: `t${index}`,
      type,
      kind,
      label,
      text,
      occurredAt: at(asOf - 2 - index * 6, 9 + (index % 8)),
      knownAt: at(asOf - 2 - index * 6),
      source,
      hindsight: index > 30,
      importId: index > 30 ? 'i1' : null,
      signalKeys: signal.map((item) => item.key),
      signalLabels: signal.map((item) => item.signal),
    };
  });
  const rows = all.filter(
    (item) => group === 'all' || (group === 'signals' ? item.signalKeys.length > 0 : item.kind === group),
  );
  const from = Number(query.get('cursor') ?? 0);
  const limit = Number(query.get('limit') ?? 30);
  return {
    asOf: iso(asOf),
    items: rows.slice(from, from + limit),
    nextCursor: from + limit < rows.length ? String(from + limit) : null,
    total: rows.length,
  };
}
