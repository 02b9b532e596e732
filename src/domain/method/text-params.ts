// The names that texts of a method may hold in braces (`{days}`): what each stands for, and the words that take
// its place when the account's facts do not tell it. One list for every language.

export type TextParamSpec = { readonly means: string; readonly pt: string; readonly en: string };

/** Brace name → meaning, and the words for a missing value. */
export const textParams = {
  account: { means: 'name of the account', pt: 'o cliente', en: 'the customer' },
  act: { means: 'act of advocacy asked for', pt: 'um depoimento', en: 'a testimonial' },
  active: { means: 'active seats', pt: 'poucas', en: 'few' },
  after: { means: 'figure after the change', pt: 'menos', en: 'less' },
  amount: { means: 'money with its currency', pt: 'valor a conferir', en: 'amount to be checked' },
  area: { means: 'department or unit', pt: 'a primeira área', en: 'the first area' },
  before: { means: 'figure before the change', pt: 'mais', en: 'more' },
  channels: {
    means: 'what the sources cover: conversation, meetings, use',
    pt: 'contato registrado',
    en: 'contact recorded',
  },
  contracted: { means: 'what was contracted', pt: 'as contratadas', en: 'those contracted' },
  count: { means: 'how many', pt: 'poucas', en: 'few' },
  date: { means: 'day of the evidence', pt: 'data a conferir', en: 'a date to be checked' },
  days: { means: 'days since or until, as the signal counts them', pt: 'vários', en: 'several' },
  deadline: { means: 'day or hour by which something is promised', pt: 'amanhã', en: 'tomorrow' },
  decision_maker: { means: 'who decides at the customer', pt: 'quem decide', en: 'the decision maker' },
  deliverable: { means: 'milestone or delivery', pt: 'a entrega', en: 'the delivery' },
  end: { means: 'last day of the contract', pt: 'data a conferir', en: 'a date to be checked' },
  event: { means: 'what happened, in words', pt: 'a mudança', en: 'the change' },
  feature: { means: 'feature not used', pt: 'O recurso crítico', en: 'The critical feature' },
  index: { means: 'price index of the adjustment', pt: 'índice a conferir', en: 'index to be checked' },
  left: { means: 'contracted and not used', pt: 'saldo', en: 'something' },
  measure: {
    means: 'measure of health, with its figure',
    pt: 'a saúde da conta',
    en: "the account's health",
  },
  offer: { means: 'offer named by the decision', pt: 'próximo módulo', en: 'the next module' },
  pct: { means: 'share in percent', pt: 'parte', en: 'part' },
  person: { means: 'contact concerned', pt: 'quem toca hoje', en: 'who runs it today' },
  question: {
    means: 'question of the measure named',
    pt: 'O que falta saber?',
    en: 'What do we not know yet?',
  },
  reason: { means: 'reason given, in words', pt: 'motivo a confirmar', en: 'a reason to be confirmed' },
  result: { means: 'result proven', pt: 'o resultado', en: 'the result' },
  role: { means: 'role of the person concerned', pt: 'quem saiu', en: 'who left' },
  score: { means: 'answer to a survey', pt: 'dada', en: 'given' },
  sponsor: { means: 'executive sponsor at the customer', pt: 'o sponsor', en: 'the sponsor' },
  stage: { means: 'stage of the journey', pt: 'a mesma fase', en: 'the same stage' },
  subject: { means: 'what the customer spoke of', pt: 'uma necessidade', en: 'a need' },
  tip: {
    means: 'tip on use',
    pt: 'comece pela última tela que você usou',
    en: 'start from the last screen you used',
  },
  track: { means: 'track of the journey', pt: 'a frente', en: 'the track' },
  used: { means: 'what was used', pt: 'quase tudo', en: 'nearly all' },
  what: { means: 'thing concerned, in words', pt: 'o combinado', en: 'what was agreed' },
  who: { means: 'who raised it', pt: 'quem escalou', en: 'who escalated' },
} as const satisfies Readonly<Record<string, TextParamSpec>>;
export type TextParam = keyof typeof textParams;

/** Brace names in a text, in order of appearance. */
export function bracesOf(text: string): readonly string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
}

/** True when a name may stand in braces. */
export function isTextParam(name: string): name is TextParam {
  return Object.hasOwn(textParams, name);
}
