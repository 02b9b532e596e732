// One sentence for each leaf of the profile that is evidence: the figure, what it means, its day. It judges nothing.
import type { Evidence } from '#domain/decision.ts';
import { type Speaker, said } from './fill.ts';
import { dayText, daysText, type Locale, moneyText, numberText, percentText } from './format.ts';
import { leastAge } from './since.ts';

export type Teller = (
  one: Evidence,
  find: (leaf: string) => number | null,
  speaker: Speaker,
  all: readonly Evidence[],
) => string | null;

export const en = (speaker: Speaker): boolean => speaker.locale === 'en';
export const on = (one: Evidence, locale: Locale): string => {
  if (one.on === null) return '';
  return locale === 'en' ? ` on ${dayText(one.on, locale)}` : ` em ${dayText(one.on, locale)}`;
};
const num = (one: Evidence): number => (typeof one.value === 'number' ? one.value : 0);

/** `há 38 dias` sentences: what has not happened for so long. */
const ago =
  (pt: string, english: string): Teller =>
  (one, _find, speaker) =>
    en(speaker) ? `${english} for ${daysText(num(one), 'en')}` : `${pt} há ${daysText(num(one), 'pt-BR')}`;
const shareOf =
  (pt: string, english: string): Teller =>
  (one, _find, speaker) =>
    `${en(speaker) ? english : pt} ${percentText(num(one), speaker.locale)}`;
const flat =
  (pt: string, english: string): Teller =>
  (one, _find, speaker) =>
    `${en(speaker) ? english : pt}${on(one, speaker.locale)}`;
/** On its day, or within the window when no day is told. */
const changed =
  (pt: string, english: string): Teller =>
  (one, _find, speaker, all) => {
    // Who left has changed: once is enough.
    if (all.some(({ leaf, value }) => leaf === 'relationship.sponsor' && value === 'left')) return null;
    const window = en(speaker) ? ' in the last 90 days' : ' nos últimos 90 dias';
    return `${en(speaker) ? english : pt}${one.on === null ? window : on(one, speaker.locale)}`;
  };
const counted =
  (one1: readonly [pt: string, en: string], many: readonly [pt: string, en: string]): Teller =>
  (one, _find, speaker) => {
    const n = num(one);
    const words = n === 1 ? one1 : many;
    return `${numberText(n, speaker.locale, 0)} ${words[en(speaker) ? 1 : 0]}`;
  };

/** By leaf; null where another leaf's sentence says it already. */
export const tellers: Readonly<Record<string, Teller>> = {
  'usage.change30d': (one, find, speaker) => {
    const before = find('usage.eventsPrev30d');
    const now = find('usage.events30d');
    const fell = num(one) < 0;
    const pct = percentText(Math.abs(num(one)), speaker.locale);
    const head = en(speaker)
      ? `Usage ${fell ? 'fell' : 'rose'} ${pct} in 30 days`
      : `Uso ${fell ? 'caiu' : 'subiu'} ${pct} em 30 dias`;
    if (before === null || now === null) return head;
    const [a, b] = [numberText(before, speaker.locale, 0), numberText(now, speaker.locale, 0)];
    return en(speaker) ? `${head}, from ${a} to ${b} events` : `${head}, de ${a} para ${b} eventos`;
  },
  'usage.seatUse': (one, find, speaker, all) => {
    const active = find('usage.activeSeats');
    const seats = find('contract.seats');
    if (active === null || seats === null)
      return shareOf('Uso das licenças em', 'Seat use at')(one, find, speaker, all);
    const [a, b] = [numberText(active, speaker.locale, 0), numberText(seats, speaker.locale, 0)];
    const pct = percentText(num(one), speaker.locale);
    return en(speaker) ? `${a} of ${b} seats active (${pct})` : `${a} de ${b} licenças ativas (${pct})`;
  },
  'usage.limitUse': shareOf('Limite contratado usado em', 'Contracted limit used at'),
  'usage.daysSinceActivity': ago('Sem acesso', 'No activity'),
  'usage.keyUsersActive': shareOf('Usuários-chave ativos em 15 dias:', 'Key users active in 15 days:'),
  'usage.topUserShare': shareOf('Uma só pessoa faz', 'One person makes'),
  'usage.criticalFeatures30d': counted(
    ['recurso crítico usado em 30 dias', 'critical feature used in 30 days'],
    ['recursos críticos usados em 30 dias', 'critical features used in 30 days'],
  ),
  'usage.criticalUnused': counted(
    ['recurso crítico nunca usado', 'critical feature never used'],
    ['recursos críticos nunca usados', 'critical features never used'],
  ),
  'usage.activeWeeks4': counted(
    ['semana com atividade nas últimas 4', 'week with activity of the last 4'],
    ['semanas com atividade nas últimas 4', 'weeks with activity of the last 4'],
  ),
  'usage.newDepartments30d': counted(
    ['área nova em 30 dias', 'new department in 30 days'],
    ['áreas novas em 30 dias', 'new departments in 30 days'],
  ),
  'consumption.useRate': (one, find, speaker, all) => {
    const used = find('consumption.used');
    const contracted = find('consumption.contracted');
    const head = shareOf('Contratado usado em', 'Contracted service used at')(one, find, speaker, all);
    if (used === null || contracted === null) return head;
    const [a, b] = [numberText(used, speaker.locale), numberText(contracted, speaker.locale)];
    return en(speaker) ? `${head}: ${a} of ${b}` : `${head}: ${a} de ${b}`;
  },
  'consumption.marginRate': shareOf('Margem da conta em', 'Account margin at'),
  'voice.nps.last': (one, _find, speaker) =>
    `${en(speaker) ? 'NPS score' : 'Nota NPS'} ${numberText(num(one), speaker.locale, 0)}${on(one, speaker.locale)}`,
  'voice.nps.sponsorAgeDays': ago('Sponsor sem responder NPS', 'No NPS from the sponsor'),
  'relationship.daysSinceConversation': (one, find, speaker, all) =>
    all.some(({ leaf, value }) => leaf === 'relationship.conversationSource' && value === 'meeting')
      ? ago('Sem reunião registrada', 'No meeting on record')(one, find, speaker, all)
      : ago('Sem conversa registrada', 'No conversation on record')(one, find, speaker, all),
  'relationship.daysSinceSponsorContact': ago('Sem contato com o sponsor', 'No contact with the sponsor'),
  'relationship.attendance60d': shareOf('Presença em reuniões em 60 dias:', 'Meeting attendance in 60 days:'),
  'relationship.engagedContacts90d': counted(
    ['pessoa em contato em 90 dias', 'contact engaged in 90 days'],
    ['pessoas em contato em 90 dias', 'contacts engaged in 90 days'],
  ),
  'relationship.champion': flat('Champion saiu e não foi substituído', 'Champion left and was not replaced'),
  'relationship.sponsor': flat('Sponsor saiu', 'Sponsor left'),
  'relationship.sponsorChanged90d': changed('Sponsor mudou', 'Sponsor changed'),
  'relationship.ourTeamChanged90d': changed('Nosso time mudou', 'Our team changed'),
  'relationship.lastQbrOutcome': flat('Última revisão positiva', 'Last review was positive'),
  'support.oldestCriticalDays': ago('Chamado crítico aberto', 'Critical ticket open'),
  'support.volumeRatio': (one, _find, speaker) => {
    const times = numberText(num(one), speaker.locale);
    return en(speaker)
      ? `${times} times the usual number of tickets`
      : `${times} vezes o volume normal de chamados`;
  },
  'support.reopened60d': counted(
    ['chamado reaberto em 60 dias', 'ticket reopened in 60 days'],
    ['chamados reabertos em 60 dias', 'tickets reopened in 60 days'],
  ),
  'finance.overdueDays': (one, find, speaker) => {
    const cents = find('finance.overdueAmount');
    const amount = cents === null ? '' : `, ${moneyText(cents, speaker.currency, speaker.locale)}`;
    const n = numberText(num(one), speaker.locale, 0);
    if (en(speaker)) return `Invoice overdue for ${n} working ${num(one) === 1 ? 'day' : 'days'}${amount}`;
    return `Fatura vencida há ${n} ${num(one) === 1 ? 'dia útil' : 'dias úteis'}${amount}`;
  },
  'finance.failedCharges30d': counted(
    ['cobrança que falhou em 30 dias', 'failed charge in 30 days'],
    ['cobranças que falharam em 30 dias', 'failed charges in 30 days'],
  ),
  'finance.downgradeAsked': flat('Cliente pediu redução', 'The customer asked to reduce the contract'),
  'value.late': counted(
    ['entrega ou marco atrasado', 'delivery or milestone late'],
    ['entregas ou marcos atrasados', 'deliveries or milestones late'],
  ),
  'value.promisesLate': counted(
    ['promessa nossa atrasada', 'promise of ours late'],
    ['promessas nossas atrasadas', 'promises of ours late'],
  ),
  'value.ttfvRatio': (one, _find, speaker) => {
    const pct = percentText(num(one), speaker.locale);
    const own = speaker.firstValue ? ` (${speaker.firstValue})` : '';
    return en(speaker)
      ? `Time to first value${own} at ${pct} of its target`
      : `Tempo até o primeiro valor${own} em ${pct} do alvo`;
  },
  'value.daysSinceValueShown': ago('Sem mostrar resultado ao cliente', 'No result shown to the customer'),
  'value.provenInitial': flat('Primeiro resultado entregue com prova', 'First result delivered with proof'),
  'value.goalProgress': shareOf('Meta inicial cumprida em', 'Initial goal reached at'),
  'value.artefactShare': shareOf('Entregáveis combinados feitos:', 'Agreed artefacts delivered:'),
  'value.deliveriesOpen': flat('Nenhuma entrega em aberto', 'No delivery open'),
  'journey.openTracks': flat('Nenhuma frente aberta', 'No track open'),
  'journey.onboardingLate': flat('Ativação passou do prazo', 'Onboarding is past its time'),
  'journey.otherLate': flat('Fase passou do prazo', 'A stage is past its time'),
  'journey.daysSinceProgress': ago('Nada anda', 'Nothing has moved'),
  'contract.daysToEnd': (one, _find, speaker) => {
    const left = num(one);
    if (left < 0)
      return en(speaker)
        ? `Contract ended ${daysText(-left, 'en')} ago`
        : `Contrato venceu há ${daysText(-left, 'pt-BR')}`;
    return en(speaker)
      ? `Contract ends in ${daysText(left, 'en')}`
      : `Contrato vence em ${daysText(left, 'pt-BR')}`;
  },
  'contract.daysToAnniversary': (one, _find, speaker) =>
    en(speaker)
      ? `Contract anniversary in ${daysText(num(one), 'en')}`
      : `Aniversário do contrato em ${daysText(num(one), 'pt-BR')}`,
  'contract.adjustmentDue': flat('Reajuste a fazer', 'Index adjustment due'),
  'renewal.conversationHeld': (one, _find, speaker) =>
    one.value === true
      ? null
      : en(speaker)
        ? 'No renewal conversation on record'
        : 'Conversa de renovação não registrada',
  'renewal.stepsLate': (one, find, speaker, all) =>
    num(one) === 0
      ? null
      : counted(
          ['passo da renovação atrasado', 'renewal step past its day'],
          ['passos da renovação atrasados', 'renewal steps past their day'],
        )(one, find, speaker, all),
  'renewal.objectionsOpen': counted(
    ['objeção à renovação em aberto', 'renewal objection open'],
    ['objeções à renovação em aberto', 'renewal objections open'],
  ),
  'health.change30d': (one, _find, speaker) => {
    const points = num(one);
    if (points === 0) return null;
    const n = numberText(Math.abs(points), speaker.locale);
    if (en(speaker)) return `Health score ${points < 0 ? 'fell' : 'rose'} ${n} points in 30 days`;
    return `Health score ${points < 0 ? 'caiu' : 'subiu'} ${n} pontos em 30 dias`;
  },
  'health.bandFell': flat('A faixa de saúde caiu em 30 dias', 'The health band fell within 30 days'),
  'health.score': (one, find, speaker) =>
    // A fall that is told already says where it led.
    one.value === null || find('health.change30d') !== null
      ? null
      : `Health score ${numberText(num(one), speaker.locale)}`,
  'health.band': flat('Saúde verde', 'Health is green'),
  'health.daysInBand': (one, _find, speaker) => {
    const { locale } = speaker;
    const days = daysText(num(one), locale);
    const age = leastAge(num(one), locale) ?? (en(speaker) ? `for ${days}` : `há ${days}`);
    return `${en(speaker) ? 'In this band' : 'Nesta faixa'} ${age}`;
  },
  'offers.whiteSpace': counted(
    ['oferta que ainda não tem', 'offer not held yet'],
    ['ofertas que ainda não tem', 'offers not held yet'],
  ),
  'advocacy.daysSinceAct': (one, _find, speaker) =>
    en(speaker)
      ? `Acted as an advocate ${daysText(num(one), 'en')} ago`
      : `Fez um ato de advocacy há ${daysText(num(one), 'pt-BR')}`,
  'account.status': (one, _find, speaker) =>
    one.value !== 'notice'
      ? null
      : `${en(speaker) ? 'Notice was given' : 'Aviso de encerramento dado'}${on(one, speaker.locale)}`,
  'work.openRuns': (one, _find, speaker) => {
    const label = speaker.method.playbooks.find((playbook) => playbook.key === one.value)?.label;
    const name = label ? said(label, speaker.locale) : String(one.value);
    return en(speaker) ? `Playbook running: ${name}` : `Playbook em andamento: ${name}`;
  },
};
