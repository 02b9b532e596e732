import { sampleAccount } from '#sample/generate.ts';
import { shape, materialOf, decisionOn, frameOf } from './test/sample/decided-fixture.ts';
const s=shape('2026-04-15'); const frame=frameOf(s);
for (const i of process.argv.slice(2).map(Number)) { const a=sampleAccount(s,i); const d=decisionOn(materialOf(a),s.today,frame)!; console.log(i,a.truth.staged,d.offer?.key,d.offerReason,d.signals.map(x=>x.key).join(' ')); for(const o of d.offers) console.log(o.key,o.state,Math.round(o.priority), JSON.stringify(o.gates??o).slice(0,300)); console.log(a.facts.filter(f=>f.type.startsWith('offer')).map(f=>f.type+' '+f.body.offer+' '+new Date(f.occurredAt).toISOString().slice(0,10)).join('\n')) }
