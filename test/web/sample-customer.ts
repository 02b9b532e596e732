// Answers of GET account and its facts over the fictitious base: one believable story, varied by the account.
import { formatDay, parseDay } from '#base/day.ts';
import type { CustomerPage } from '#contract/customer.ts';
import type { TimelineItem, TimelinePage } from '#contract/facts.ts';
import {
  cases,
  csms,
  mondayIso,
  pick,
  roll,
  sampleLine,
  sampleToday,
  stageOrder,
  type Slim,
} from './sample-accounts.ts';

const iso = (day: number) => formatDay(day);
const at = (day: number, hour = 10) => `${formatDay(day)}T${String(hour).padStart(2, '0')}:30:00-03:00`;
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

function health(s: Slim, score: number | null): CustomerPage['health'] {
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

export function customerPage(s: Slim, query: URLSearchParams): CustomerPage {
  const asOf = parseDay(query.get('asOf') ?? '') ?? sampleToday;
  const line = sampleLine(s, asOf);
  const score = line.health.score;
  const renews = line.renewsOn === null ? null : (parseDay(line.renewsOn) ?? asOf) - asOf;
  const offer = line.offer;
  const history = Array.from({ length: 52 }, (_, index) => {
    const week = asOf - (51 - index) * 7;
    const points =
      score === null || index < 6
        ? null
        : Math.min(
            98,
            Math.max(
              6,
              score +
                Math.sin(index / 7 + s.n) * 8 +
                (51 - index) * (line.health.trend !== null && line.health.trend < 0 ? 0.35 : -0.3),
            ),
          );
    return {
      week: mondayIso(week),
      score: points === null ? null : Math.round(points * 10) / 10,
      band:
        points === null
          ? ('unknown' as const)
          : points < 40
            ? ('red' as const)
            : points < 75
              ? ('yellow' as const)
              : ('green' as const),
    };
  });
  return {
    asOf: iso(asOf),
    isToday: asOf === sampleToday,
    today: iso(sampleToday),
    method: { key: 'servicos-b2b', label: 'Serviços B2B', version: 3 },
    head: {
      id: s.id,
      name: s.name,
      segment: line.segment,
      segmentLabel: line.segmentLabel,
      since: iso(sampleToday - 420 - Math.floor(roll(s.n, 80) * 300)),
      csm: pick(csms, roll(s.n, 32)),
      status: 'active',
      statusLabel: 'ativo',
      taxId: '12.345.678/0001-95',
    },
    verdict: {
      text:
        score === null
          ? 'Falta dado para dizer como este cliente está. Comece por NPS e última reunião.'
          : line.signals.length > 0
            ? `${line.action.evidence}${renews === null ? '' : `, e o contrato renova em ${Math.max(renews, 0)} dias`}. ${line.action.text} primeiro.`
            : `Tudo no ritmo${renews === null ? '' : `, com renovação em ${Math.max(renews, 0)} dias`}. Bom momento para falar do próximo passo.`,
      why: 'Conversa espaçada e um marco atrasado pesam mais do que o uso, que se manteve.',
    },
    line,
    churn90: s.n % 2 === 0 ? { p: 0.18, low: 0.1, high: 0.31, tier: 0 } : null,
    health: health(s, score),
    signals: [
      ...line.signals,
      ...(line.signals.length > 0
        ? [
            {
              key: 'weak_coverage',
              since: iso(asOf - 52),
              evidence: '1 contato engajado em 90 dias, o desejado são 2',
              label: 'poucos contatos',
              severity: 'low' as const,
            },
          ]
        : []),
    ].map((signal, index) => ({
      ...signal,
      side: index === 0 ? ('customer' as const) : ('ours' as const),
      muted: false,
      facts: [{ id: `s${index}`, text: signal.evidence, occurredAt: at(asOf - 3) }],
    })),
    action: line.action,
    offer:
      offer === null
        ? null
        : {
            ...offer,
            family: 'escala',
            familyLabel: 'Escala',
            content: 'Levar a rotina que deu certo para mais uma área, com o mesmo time.',
            nextPain: 'A área vizinha ainda refaz à mão o que aqui já roda sozinho.',
            nextStep: 'Reunião de 30 minutos com quem responde pela área.',
            free: false,
            pLow: 0.12,
            pHigh: 0.41,
            pPrior: true,
            texts: {
              p: '12% a 41%, estimativa do método até 10 respostas',
              c: 'resultado provado e demanda reprimida',
              v: '30% de 12 meses de MRR, sem margem',
              l: 'nenhuma alavanca ligada',
              priority: '1ª de 2 que passaram',
            },
            gates: [
              ['eligibility', 'Elegibilidade', 'contrato ativo, ainda não tem, há vaga de entrega'],
              ['applicability', 'Relevância', 'resultado provado em 03/10'],
              ['suitability', 'Adequação', 'saúde não está em vermelho, nenhum crítico aberto'],
              ['contact', 'Contato', '1 de 2 contatos comerciais em 14 dias'],
              ['arbitration', 'Arbitragem', 'maior prioridade entre as que passaram'],
            ].map(([gate, label, text]) => ({
              gate: gate as 'contact',
              label: label ?? '',
              passed: true,
              text: text ?? '',
            })),
          },
    offerReason: line.offerReason,
    offerReasonText: line.offerReasonText,
    whyNot: [
      {
        key: 'suporte_premium',
        label: 'Proteção · suporte premium',
        gate: 'applicability',
        gateLabel: 'Relevância',
        text: 'Nenhum sinal de risco do lado do cliente.',
      },
      {
        key: 'treinamento',
        label: 'Fundação · treinamento',
        gate: 'contact',
        gateLabel: 'Contato',
        text: 'Recusada em 02/10. Descansa 90 dias, até 31/12/2026.',
      },
      {
        key: 'relatorios',
        label: 'Integrações · relatórios',
        gate: 'arbitration',
        gateLabel: 'Arbitragem',
        text: 'Passou nos filtros, mas a prioridade é menor: R$ 3.120.',
      },
    ],
    stages: stageOrder.map(([key, , label]) => ({ key, label })),
    tracks: s.stages.map((stage, index) => ({
      id: `${s.id}-${index}`,
      label:
        stage === 3
          ? `Contrato ${2025}-0${10 + (s.n % 80)}`
          : (['Rotina comercial', 'Indicadores de operação'][index] ?? 'Projeto'),
      scope: stage === 3 ? null : 'Operações',
      stage: stageOrder[stage]![0],
      stageLabel: stageOrder[stage]![2],
      canonical: stageOrder[stage]![1],
      startedOn: iso(asOf - 180 - index * 40),
      daysInStage: line.stageChips[index]?.daysInStage ?? null,
      late: line.stageChips[index]?.late ?? false,
      estimated: line.stageChips[index]?.estimated ?? false,
      steps:
        stage === 3
          ? [{ stage: 'renovacao', label: 'Renovação', on: iso(asOf - 20), regress: false }]
          : stageOrder.slice(0, stage + 1).map(([key, , label], step) => ({
              stage: key,
              label,
              on: iso(asOf - 180 - index * 40 + step * 62),
              regress: false,
            })),
      milestones:
        stage === 3
          ? []
          : [
              {
                key: 'first',
                label: 'Primeiro valor entregue',
                due: iso(asOf - 120),
                deliveredOn: iso(asOf - 124),
                late: false,
                proof: 'painel publicado',
              },
              {
                key: 'routine',
                label: 'Rotina de 4 semanas',
                due: iso(asOf - 6),
                deliveredOn: null,
                late: true,
                proof: null,
              },
            ],
    })),
    contracts: [
      {
        key: 'k1',
        label: `2025-0${10 + (s.n % 80)}`,
        startsOn: iso((s.renews ?? asOf) - 365),
        endsOn: s.renews === null ? null : iso(s.renews),
        mrrCents: s.mrr,
        currency: 'BRL',
        seats: 20 + (s.n % 40),
        renewal: 'automática',
        statusLabel: 'ativo',
        active: true,
      },
    ],
    counterfactual:
      score === null
        ? null
        : score >= 75
          ? 'se a última conversa passar de 90 dias, a saúde cai para 71,5 e vai a amarelo.'
          : 'conversa nesta semana (+6,1) e marco entregue (+9,0) levam a 75,2, verde.',
    history,
    marks: [
      { on: iso(asOf - 250), text: 'Primeiro valor' },
      { on: iso(asOf - 140), text: 'Meta revista' },
      { on: iso(asOf - 26), text: line.signals[0]?.label ?? 'QBR feita' },
    ],
    facts: { total: 63, hindsightShare: 0.4 },
  };
}

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
