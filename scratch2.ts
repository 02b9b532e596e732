import { sampleAccount } from '#sample/generate.ts';
import { shape, materialOf, decisionOn, frameOf, compiled, contextAt } from './test/sample/decided-fixture.ts';
import { profile } from '#engine/profile.ts';
import { endOfDay } from '#base/zone.ts';
const s=shape('2026-04-15'); const frame=frameOf(s);
for (const i of [46,59]) { const m=materialOf(sampleAccount(s,i)); const p=profile(m.file,m.days,endOfDay(s.today,s.zone),frame); console.log(i,p.usage??p.leaves?.usage, p.contract??'', Object.keys(p)); }
const ms=Array.from({length:60},(_,i)=>materialOf(sampleAccount(s,i)));
for (let r=0;r<3;r++){ const c=process.cpuUsage().user; for(const m of ms) decisionOn(m,s.today,frame); console.log('decide 60', (process.cpuUsage().user-c)/1000); }
const f2={...frame,coverage:frame.coverage.filter(c=>c.to>=s.today-100|| (c.to%28)<7)}; console.log(frame.coverage.length,f2.coverage.length);
for (let r=0;r<2;r++){ const c=process.cpuUsage().user; for(const m of ms) decisionOn(m,s.today,f2); console.log('decide 60 fewer', (process.cpuUsage().user-c)/1000); }
