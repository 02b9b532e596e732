// Health of a fictitious customer taken apart: pillars that sum to its score, measures, what is missing.
import { formatDay } from '#base/day.ts';
import type { CustomerPage } from '#contract/customer.ts';
import { roll, sampleLine, sampleToday, type Slim } from './sample-accounts.ts';

const at = (day: number) => `${formatDay(day)}T10:30:00-03:00`;
const pillars = [
  ['value', 'Realização de valor', 0.3],
  ['adoption', 'Adoção e engajamento', 0.15],
  ['support', 'Suporte', 0.05],
  ['voice', 'Satisfação (VoC)', 0.15],
  ['relationship', 'Relacionamento', 0.25],
  ['finance', 'Financeiro', 0.1],
] as const;
const whys: Readonly<Record<string, string>> = {
  value: '2 de 3 marcos no prazo; resultado mostrado há 74 dias',
  adoption: '63% das horas contratadas usadas; rotina em 3 de 4 semanas',
  support: '1 chamado crítico aberto há 4 dias; volume normal',
  voice: 'NPS 7 do sponsor há 41 dias; CSAT médio 4,1',
  relationship: 'Última conversa há 38 dias; 1 contato engajado de 2',
  finance: 'Duas faturas pagas com 5 e 8 dias de atraso',
};

const measureList = [
  ['value', 'milestones_on_time', 'Marcos no prazo', 'value.onTime', '67%', 30],
  ['value', 'value_shown', 'Resultado mostrado', 'value.daysSinceValueShown', 'há 74 dias', 20],
  ['value', 'goal', 'Avanço da meta', 'value.goalProgress', '58%', 30],
  ['adoption', 'contracted_use', 'Uso do contratado', 'consumption.useRate', '63%', 30],
  ['adoption', 'routine', 'Rotina', 'usage.activeWeeks4', '3 de 4 semanas', 10],
  ['support', 'oldest_critical', 'Crítico mais antigo', 'support.oldestCriticalDays', '4 dias', 30],
  ['support', 'volume', 'Volume contra o normal', 'support.volumeRatio', '1,1 vez', 30],
  ['voice', 'nps', 'NPS', 'voice.nps.sponsor', 'nota 7', 45],
  ['voice', 'csat', 'CSAT', 'voice.csat.avg90d', '4,1 de 5', 25],
  ['relationship', 'conversation', 'Conversa', 'relationship.daysSinceConversation', 'há 38 dias', 35],
  ['relationship', 'contacts', 'Contatos engajados', 'relationship.engagedContacts90d', '1 contato', 15],
  ['relationship', 'sponsor', 'Sponsor', 'relationship.sponsor', 'presente', 15],
  ['finance', 'overdue', 'Atraso', 'finance.overdueDays', '0 dia', 40],
  ['finance', 'punctuality', 'Pontualidade', 'finance.punctuality12m', '83%', 30],
] as const;

export function health(s: Slim, score: number | null): CustomerPage['health'] {
  const line = sampleLine(s, sampleToday);
  const base = {
    band: line.health.band,
    coverage: line.health.coverage,
    depth: line.health.depth,
    shallow: line.health.depth < 0.3,
    trend: line.health.trend,
    limits: { yellow: 40, green: 75 },
  };
  const missing = [
    {
      key: 'ces',
      pillar: 'voice',
      label: 'CES da operação',
      collect: 'Envie a pergunta de esforço a quem abre chamados.',
    },
    {
      key: 'attendance',
      pillar: 'relationship',
      label: 'Presença em reuniões',
      collect: 'Traga os convidados e presentes da agenda.',
    },
    {
      key: 'qbr',
      pillar: 'relationship',
      label: 'QBR',
      collect: 'Registre as revisões trimestrais dos últimos 12 meses.',
    },
  ];
  const rows = pillars.map(([key, label, weight], index) => {
    const points =
      score === null
        ? index < 2
          ? 40 + index * 9
          : null
        : Math.min(100, Math.max(0, score + (roll(s.n, 60 + index) - 0.5) * 30));
    return {
      key,
      label,
      weight: score === null ? (points === null ? 0 : weight / 0.45) : weight,
      points,
      contribution: 0,
      change30d: points === null ? null : Math.round((roll(s.n, 70 + index) - 0.6) * 80) / 10,
      why: points === null ? 'sem dado' : (whys[key] ?? ''),
    };
  });
  if (score !== null) {
    // What rounding and clamping leave over goes to the pillars in turn, so that the parts sum to the score.
    for (const row of rows) {
      const rest = score - rows.reduce((sum, item) => sum + item.weight * (item.points ?? 0), 0);
      row.points = Math.min(100, Math.max(0, (row.points ?? 0) + rest / row.weight));
    }
  }
  const given = rows.map((row) => ({ ...row, contribution: row.weight * (row.points ?? 0) }));
  const measures = measureList.map(([pillar, key, label, leaf, rawText, weight], index) => {
    const row = given.find((item) => item.key === pillar);
    const siblings = measureList.filter((item) => item[0] === pillar);
    const share = weight / siblings.reduce((sum, item) => sum + item[5], 0);
    const known = row?.points ?? null;
    return {
      key,
      pillar,
      label,
      leaf,
      raw: known === null ? null : 1,
      rawText,
      points: known,
      weight: share,
      contribution: (row?.contribution ?? 0) * share,
      facts:
        index % 3 === 0 ? [{ id: `f${index}`, text: rawText, occurredAt: at(sampleToday - 30 - index) }] : [],
    };
  });
  return { ...base, score, pillars: given, measures, cap: null, missing };
}
