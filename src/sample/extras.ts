// What a base in use has beside its customers: one written twice under two names, and senders that nobody assigned yet.
import { addressOf } from './names.ts';
import { natureOf } from './nature.ts';
import { Pen } from './pen.ts';
import type { SampleAccount, SampleFact, SampleShape } from './shape.ts';
import type { Truth } from './truth.ts';

const untold = (account: string, name: string): Truth => ({
  account,
  name,
  segment: 'unknown',
  staged: 'extra',
  level: 0,
  shocks: [],
  health: {},
  hazard: {},
  churn: null,
  works: 'none',
  acceptance: {},
});

function extra(
  key: string,
  name: string,
  customer: boolean,
  facts: readonly SampleFact[],
  taxId = '',
): SampleAccount {
  return { index: -1, key, name, taxId, customer, people: [], facts, truth: untold(key, name) };
}

/** The second record of an account: the sheet of sales called it by another name and had no tax id. */
function twin(shape: SampleShape): SampleAccount {
  const nature = natureOf(shape, 0);
  const name = `${nature.name} Ltda.`;
  const pen = new Pen(shape, 'twin');
  pen.tell(
    'account-described',
    shape.today - 60,
    { name, segment: nature.segment, industry: nature.industry },
    { hour: 8 },
  );
  pen.tell('note-written', shape.today - 33, {
    text: 'Veio da planilha de vendas; parece ser o mesmo cliente do cadastro.',
  });
  return extra('planilha-1', name, true, pen.facts);
}

const senders = ['Veredas do Poente', 'Oficina Ribalta', 'Casa Lumiar'];

function sender(shape: SampleShape, name: string, index: number): SampleAccount {
  const pen = new Pen(shape, `sender/${index}`);
  const contact = `contato@${addressOf(name).replaceAll('.', '')}.example`;
  for (let i = 0; i < 3; i++)
    pen.tell('message-exchanged', shape.today - 4 - 6 * i - index, {
      channel: 'email',
      direction: 'in',
      contact,
      text: 'Boa tarde! Podem me mandar a segunda via da nota?',
    });
  return extra(`remetente-${index + 1}`, name, false, pen.facts);
}

export function sampleExtras(shape: SampleShape): readonly SampleAccount[] {
  return [twin(shape), ...senders.map((name, index) => sender(shape, name, index))];
}
