// What was said: meetings with who came, messages of WhatsApp and e-mail, calls, content. A customer that fades comes less,
// answers less, and in the end is not heard of.
import type { Day } from '#base/day.ts';
import type { Life, Person } from './life.ts';
import { holder, present } from './life.ts';
import type { Pen } from './pen.ts';
import { activity, workday } from './season.ts';
import { meetingNotes, messages } from './texts.ts';

/** Days between two meetings of the routine, and between two reviews (0: none). */
const rhythm = {
  enterprise: { meeting: 14, review: 90 },
  mid_market: { meeting: 21, review: 90 },
  smb: { meeting: 28, review: 180 },
  product_led: { meeting: 60, review: 0 },
} as const;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Share of the invited who come. */
function turnout(life: Life, day: Day): number {
  if (life.is('missed_meetings') && day > life.shape.today - 64) return 0.3;
  const usual = 0.12 + 0.86 * sigmoid(1.7 * life.fate.health(day) + 1.3);
  return life.nature.level < 0 || life.nature.story === null ? usual : Math.max(0.8, usual);
}

const heard = (life: Life, day: Day): boolean => life.isCustomer(day) && day < life.quietFrom;

function meet(
  life: Life,
  pen: Pen,
  day: Day,
  meeting: 'check_in' | 'kick_off' | 'qbr' | 'training' | 'renewal' | 'other',
): void {
  const there = present(life, day).filter(({ role }) => role !== 'procurement' && role !== 'finance');
  const share = turnout(life, day);
  // The champion comes first, the sponsor to reviews and one meeting in three.
  const sponsorComes = (meeting !== 'check_in' || pen.chance(0.34)) && !life.is('executive_absent');
  const asked = there.filter(({ role }) => role !== 'executive_sponsor' || sponsorComes);
  const came = asked.filter(() => pen.chance(share));
  const invited = Math.max(2, asked.length);
  const one = life.is('key_person') || there.length < 2 ? 1 : 2;
  const attended = came.length === 0 && share > 0.5 ? Math.min(one, asked.length) : came.length;
  const named = came.length === 0 ? asked.slice(0, attended) : came;
  const h = life.fate.health(day) + 0.5 * pen.normal();
  const outcome = h > 0.35 ? 'positive' : h > -0.5 ? 'neutral' : 'negative';
  const notes = pen.chance(0.7)
    ? pen.pick(meetingNotes[outcome === 'positive' ? 'good' : outcome === 'neutral' ? 'plain' : 'bad'])
    : null;
  pen.tell('meeting-held', day, {
    meeting,
    invited,
    attended: Math.min(invited, attended),
    contacts: named.map(({ key }) => key),
    outcome,
    ...(notes === null ? {} : { notes }),
  });
}

export function writeMeetings(life: Life): void {
  const pen = life.pen('meetings');
  const { shape, nature } = life;
  const { meeting, review } = rhythm[nature.segment];
  const on = (day: Day): Day => workday(day, shape);
  if (nature.start >= life.from) meet(life, pen, on(nature.start + 4), 'kick_off');
  if (nature.start >= life.from && nature.seats > 0) meet(life, pen, on(nature.start + 18), 'training');
  let next = life.from + pen.between(3, meeting);
  for (let day = next; day < shape.today; day = next) {
    next = day + Math.max(5, meeting + pen.between(-3, 4));
    const at = on(day);
    // Where it goes badly, meetings are called off.
    const held = pen.chance(sigmoid(2 + 2 * life.fate.health(at)));
    if (!heard(life, at) || activity(at, shape) < 0.5 || at < life.from || !held) continue;
    meet(life, pen, at, pen.chance(0.03) ? 'other' : 'check_in');
  }
  if (review === 0) return;
  for (let day = life.from + pen.between(30, review); day < shape.today; day += review) {
    const at = on(day);
    if (heard(life, at) && pen.chance(life.fate.health(at) > -0.3 ? 0.85 : 0.2)) meet(life, pen, at, 'qbr');
  }
  const end = life.is('renewal_ready') ? shape.today - 11 : null;
  if (end !== null) meet(life, pen, on(end), 'renewal');
}

const channels = ['whatsapp', 'whatsapp', 'email', 'email', 'chat'] as const;

function speaker(life: Life, pen: Pen, day: Day): Person | null {
  const champion = holder(life, 'champion', day);
  const alone = life.is('key_person') ? 1 : life.fate.health(day) < -0.8 ? 0.9 : 0.6;
  if (champion && pen.chance(alone)) return champion;
  const others = present(life, day).filter(
    ({ role }) => role !== 'procurement' && !(role === 'executive_sponsor' && life.is('executive_absent')),
  );
  return others.length === 0 ? null : pen.pick(others);
}

export function writeMessages(life: Life): void {
  const pen = life.pen('messages');
  const { shape, nature, fate } = life;
  const often = { enterprise: 3.4, mid_market: 2.6, smb: 2, product_led: 1 }[nature.segment] / 21;
  for (let day = life.from; day < shape.today; day++) {
    const come = pen.poisson(often * activity(day, shape) * sigmoid(2 + 1.6 * fate.health(day)));
    for (let i = 0; i < come; i++) {
      const who = speaker(life, pen, day);
      const inbound = pen.chance(0.08 + 0.45 * sigmoid(1.2 * fate.health(day)));
      const [channel, words, said, other] = [pen.pick(channels), pen.random(), pen.random(), pen.random()];
      if (!life.isCustomer(day) || who === null) continue;
      const silent = day >= life.quietFrom;
      if (silent && (inbound || i > 0)) continue;
      const list = inbound ? messages.in : messages.out;
      const text = said < 0.5 ? (list[Math.floor(words * list.length)] as string) : null;
      pen.tell('message-exchanged', day, {
        channel,
        direction: inbound ? 'in' : 'out',
        contact: who.key,
        ...(inbound
          ? {}
          : {
              replied: !silent && other < 0.12 + 0.75 * sigmoid(1.4 * fate.health(day)),
              automated: other > 0.93,
              commercial: other < 0.06 && !silent,
            }),
        ...(text === null ? {} : { text }),
      });
    }
  }
}

export function writeCalls(life: Life): void {
  const pen = life.pen('calls');
  const { shape, fate } = life;
  for (let day = life.from + pen.between(5, 50); day < shape.today; day += pen.between(35, 80)) {
    const at = workday(day, shape);
    const who = speaker(life, pen, at);
    const tone = Math.max(
      -1,
      Math.min(1, Math.round((0.3 * fate.health(at) + 0.3 * pen.normal()) * 100) / 100),
    );
    const [direction, outcome, minutes] = [
      pen.pick(['in', 'out', 'out'] as const),
      pen.pick(['resolvido', 'retorno', 'recado']),
      pen.between(3, 35),
    ];
    const lost = fate.health(at) < -0.9 && tone < 0;
    if (!heard(life, at) || who === null || life.is('key_person') || lost) continue;
    pen.tell('call-held', at, {
      direction,
      contact: who.key,
      queue: 'relacionamento',
      minutes,
      outcome,
      sentiment: tone,
    });
  }
}

export function writeContent(life: Life): void {
  const pen = life.pen('content');
  const { shape, fate } = life;
  for (let day = life.from + 12; day < shape.today; day += 61) {
    const at = workday(day, shape);
    const who = holder(life, 'champion', at);
    const content = pen.pick([
      'boletim',
      'webinar_indicadores',
      'novidades_do_painel',
      'encontro_de_clientes',
    ]);
    const [opens, attends] = [pen.chance(0.5 + 0.15 * fate.health(at)), pen.chance(0.25)];
    if (!life.isCustomer(at) || who === null) continue;
    pen.tell('content-engaged', at, { content, act: 'sent', contact: who.key });
    if (opens && heard(life, at))
      pen.tell('content-engaged', at + 1, { content, act: 'opened', contact: who.key });
    if (opens && attends && heard(life, at + 6))
      pen.tell('content-engaged', at + 6, { content, act: 'attended', contact: who.key });
  }
}
