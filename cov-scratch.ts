import { sampleAccounts } from '#sample/generate.ts';
import { storyOf } from '#sample/stories.ts';
import { shape, materialOf, decisionOn, frameOf, compiled } from './test/sample/decided-fixture.ts';
const s = shape(process.argv[2] ?? '2026-04-15', 120, 18, Number(process.argv[3] ?? 1));
const frame = frameOf(s);
const day = s.today - 1 + 1;
const sig = {},
  band = {},
  stage = {},
  seg = {},
  status = {},
  offer = {},
  state = {},
  reason = {},
  matrix = {},
  pb = {};
let t = performance.now();
const storyMiss = [];
const inc = (o, k) => (o[k] = (o[k] ?? 0) + 1);
const rows = [];
let churn = { vol: 0, inv: 0, back: 0 };
for (const a of sampleAccounts(s)) {
  const m = materialOf(a);
  const d = decisionOn(m, day, frame);
  if (!d) continue;
  const active = new Set(d.signals.map((x) => x.key));
  if (d.status !== 'ended') {
    for (const k of active) inc(sig, k);
    inc(band, d.health.band);
    for (const l of d.stages) inc(stage, l.stage ?? l.key);
    for (const st of new Set(d.offers.filter((o) => o.state !== 'blocked').map((o) => o.key + ':' + o.state)))
      inc(state, st);
    if (d.offer) inc(offer, d.offer.key ?? d.offer);
    inc(reason, d.offerReason);
    for (const r of compiled.method.matrix) if (r.signals.some((x) => active.has(x))) inc(matrix, r.key);
    inc(seg, d.segment);
    for (const p of d.playbooks) inc(pb, JSON.stringify(p).slice(0, 60));
  }
  inc(status, d.status);
  const c = a.truth.churn;
  if (c) {
    inc(churn, c.voluntary ? 'vol' : 'inv');
    if (c.wonBackOn) inc(churn, 'back');
  }
  rows.push([
    a.index,
    a.truth.segment,
    a.truth.staged ?? '-',
    a.truth.level,
    d.status,
    d.health.score,
    d.health.band,
    [...active].join(' '),
  ]);
}
console.log(performance.now() - t);
console.log('bands', band, 'status', status, 'stage', stage, 'seg', seg, 'reason', reason, 'churn', churn);
console.log('offers', offer, state);
console.log('matrix', matrix);
console.log('signals', sig);
console.log(
  'MISSING',
  compiled.method.signals.map((x) => x.key).filter((k) => !sig[k]),
  'offers missing',
  compiled.method.offers.map((o) => o.key).filter((k) => !offer[k]),
);
if (process.argv[4]) console.log(rows.map((r) => r.join(' | ')).join('\n'));
