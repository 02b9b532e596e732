// The sample base, account by account: any of them can be made alone, and none is kept.
import { writeAccount } from './accounts.ts';
import { writeContracts } from './contract.ts';
import { firmFacts } from './firm.ts';
import { writeInvoices } from './invoices.ts';
import { writeJourney } from './journey.ts';
import { lifeOf, type Life } from './life.ts';
import { writeOffers } from './offers.ts';
import type { SampleAccount, SampleFact, SampleShape } from './shape.ts';
import { writeTickets } from './support.ts';
import { writeCalls, writeContent, writeMeetings, writeMessages } from './talk.ts';
import { eventDays, writeUse } from './use.ts';
import { writeDeliveries, writeGoals, writeMilestones, writePromises } from './value.ts';
import { writeEvents, writePulse, writeSurveys } from './voice.ts';
import { writeAdvocacy, writeChoices, writeObservations, writeRuns, writeTasks } from './work.ts';

/** Ids are unique in an account: each topic numbers its own. */
function gathered(life: Life): SampleFact[] {
  return life.pens
    .flatMap((pen, topic) =>
      pen.facts.map((fact) =>
        /^\d+$/.test(fact.externalId)
          ? { ...fact, externalId: `${life.nature.key}-${topic}-${fact.externalId}` }
          : {
              ...fact,
              externalId: fact.externalId.startsWith(life.nature.key)
                ? fact.externalId
                : `${life.nature.key}-${fact.externalId}`,
            },
      ),
    )
    .toSorted((a, b) => a.knownAt - b.knownAt || a.occurredAt - b.occurredAt);
}

/** Account number `index` (from 0) with all its facts in the order in which they became known. */
export function sampleAccount(shape: SampleShape, index: number): SampleAccount {
  const life = lifeOf(shape, index);
  const { nature, people } = life;
  writeAccount(life);
  const offers = writeOffers(life);
  const billing = writeContracts(life, offers);
  writeInvoices(life, billing);
  const progress = writeMilestones(life);
  writeGoals(life, progress);
  writePromises(life);
  writeDeliveries(life);
  writeJourney(life, progress, offers);
  writeMeetings(life);
  writeMessages(life);
  writeCalls(life);
  writeContent(life);
  writeTickets(life);
  writeSurveys(life);
  writePulse(life);
  writeEvents(life);
  writeRuns(life);
  writeTasks(life);
  writeChoices(life);
  writeAdvocacy(life);
  writeObservations(life);
  writeUse(life, offers);
  return {
    index,
    key: nature.key,
    name: nature.name,
    taxId: nature.taxId,
    customer: true,
    people: people.map(({ key, name, email }) => ({ key, name, email })),
    facts: gathered(life),
    truth: life.fate.truth,
  };
}

/** Every account of a base, one after the other. */
export function* sampleAccounts(shape: SampleShape): Generator<SampleAccount> {
  for (let index = 0; index < shape.accounts; index++) yield sampleAccount(shape, index);
}

/** Facts of the firm itself. */
export const sampleFirmFacts = (shape: SampleShape): readonly SampleFact[] => firmFacts(shape, eventDays);
