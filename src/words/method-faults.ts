// Why a method is refused, in words.
import type { MethodFault, MethodFaultCode } from '#domain/method/faults.ts';
import type { Locale } from './format.ts';

type Say = readonly [pt: string, en: string];
const sentences: Readonly<Record<MethodFaultCode, Say>> = {
  yaml: ['O YAML não abre: {message}.', 'The YAML does not open: {message}.'],
  unknown_keys: ['O método não tem {keys}.', 'A method has no {keys}.'],
  wrong_type: ['Aqui vai {expected}.', 'Here goes {expected}.'],
  not_one_of: ['Aqui vai um destes: {values}.', 'Here goes one of: {values}.'],
  shape: ['Não está no formato do método: {message}.', 'Not of the shape of a method: {message}.'],
  cel: ['A condição não se lê: {message}.', 'The condition cannot be read: {message}.'],
  unreadable: ['A condição não se lê.', 'The condition cannot be read.'],
  no_leaf: ['{leaf} não é um dado do perfil.', '{leaf} is no leaf of the profile.'],
  no_truth: [
    'Uma condição é verdadeira ou falsa; esta dá {type}.',
    'A condition is true or false; this one is {type}.',
  ],
  call: ['Condições não têm funções nem laços: {name}.', 'Conditions have no calls and macros: {name}.'],
  index: [
    'Nomeie o dado; {name} não vale em condições.',
    'Name the leaf; {name} is not allowed in conditions.',
  ],
  circle: ['Condições em círculo: {circle}.', 'A circle of conditions: {circle}.'],
  cap_circle: [
    'Em círculo: {path} lê a saúde que ela mesma limita.',
    'A circle: {path} reads the health that it limits.',
  ],
  twice: ['{key} está definido duas vezes.', '{key} is defined twice.'],
  undefined: ['{key} é usado e não está definido ({kind}).', '{key} is used and not defined ({kind}).'],
  range_backwards: ['A faixa termina antes de começar.', 'The range ends before it begins.'],
  bands_order: ['O amarelo começa abaixo do verde.', 'Yellow must begin below green.'],
  ageing_order: ['O peso acaba depois de ser inteiro.', 'The weight ends after it is full.'],
  weights_nothing: [
    'Os pesos das partes somam zero para {segment}.',
    'The weights of the pillars add to nothing for {segment}.',
  ],
  weight_negative: ['Um peso é negativo.', 'A weight is negative.'],
  pillar_nothing: ['As medidas de {pillar} não pesam nada.', 'The measures of {pillar} weigh nothing.'],
  curve_or_map: [
    'Uma medida tem uma curva ou um mapa, um dos dois.',
    'A measure has a curve or a map, one of the two.',
  ],
  curve_backwards: ['A curva volta: {x} depois de {before}.', 'The curve goes back: {x} after {before}.'],
  curve_empty: ['A curva não tem nenhum ponto.', 'The curve has no corner.'],
  leaf_unknown: ['{leaf} não está no perfil.', '{leaf} is not in the profile.'],
  leaf_no_number: ['{leaf} não é um número.', '{leaf} is no number.'],
  leaf_no_word: ['{leaf} não é uma palavra.', '{leaf} is no word.'],
  question_missing: ['Ela pergunta, e falta a pergunta.', 'It asks, and its question is missing.'],
  two_actions: ['O sinal {signal} tem duas ações.', 'The signal {signal} has two actions.'],
  context_condition: [
    'Só a linha com a regra condition tem uma condição.',
    'Only a row of rule condition has a condition.',
  ],
  brace_unknown: ['Não há com que preencher {{name}}.', 'There is nothing to fill {{name}} with.'],
};

/** What goes where another type stands, as one says it. */
const types: Readonly<Record<string, Say>> = {
  number: ['um número', 'a number'],
  int: ['um número inteiro', 'a whole number'],
  string: ['um texto', 'a text'],
  boolean: ['true ou false', 'true or false'],
  array: ['uma lista', 'a list'],
  object: ['um grupo de campos', 'a group of fields'],
  tuple: ['um par de números', 'a pair of numbers'],
};

/** One sentence; of a condition with the column in which it goes wrong. */
export function methodFaultText({ code, params }: MethodFault, locale: Locale): string {
  const at = locale === 'en' ? 1 : 0;
  const text = sentences[code][at].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(params[name] ?? '');
    return name === 'expected' ? (types[value]?.[at] ?? value) : value.replace(/\.$/, '');
  });
  const { column } = params;
  if (column === undefined) return text;
  return `${text} ${locale === 'en' ? `Column ${column} of the condition.` : `Coluna ${column} da condição.`}`;
}
