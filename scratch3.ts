import { sampleAccount } from '#sample/generate.ts';
import { shape, materialOf, decisionOn, frameOf } from './test/sample/decided-fixture.ts';
import { formatDay } from '#base/day.ts'; import { dayAt } from '#base/zone.ts';
const s=shape('2026-04-15'); const frame=frameOf(s);
for (const i of process.argv.slice(2).map(Number)) { const a=sampleAccount(s,i); const d=decisionOn(materialOf(a),s.today,frame)!; console.log(i,a.truth.staged,a.truth.level,d.health.score, JSON.stringify(a.truth.health)); console.log(d.assessment.measures.map(m=>m.pillar.slice(0,4)+' '+m.key+' '+JSON.stringify(m.raw)+' '+m.points).join('\n')); console.log(a.facts.filter(f=>f.type==='survey-answered'&&f.body.instrument==='nps').map(f=>formatDay(dayAt(f.occurredAt,s.zone))+' '+f.body.score+' '+f.body.contact)); }
