// Answers of GET account and its facts over the fictitious base: one believable story, varied by the account.
import { formatDay, parseDay } from '#base/day.ts';
import type { CustomerPage } from '#contract/customer.ts';
import { mondayIso, pick, roll, sampleLine, sampleToday, type Slim } from './sample-accounts.ts';
import { health } from './sample-health.ts';
import { suggestedOf } from './sample-suggested.ts';
import { csms, stageOrder } from './sample-words.ts';

const iso = (day: number) => formatDay(day);
const at = (day: number, hour = 10) => `${formatDay(day)}T${String(hour).padStart(2, '0')}:30:00-03:00`;
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
              begun: true,
              sinceText: 'desde este mês',
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
    suggested: suggestedOf(s, sampleToday),
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
    leftOut: { tracks: 0, contracts: 0 },
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
