// The names that texts of a method may hold in braces (`{days}`), each with what it stands for.
// One list for every language; formats and words for a missing value belong to whoever fills them.

/** Brace name → what it stands for. */
export const textParams = {
  account: 'name of the account',
  act: 'act of advocacy asked for',
  active: 'active seats',
  after: 'figure after the change',
  amount: 'money with its currency',
  area: 'department or unit',
  before: 'figure before the change',
  channels: 'what the sources cover: conversation, meetings, use',
  contracted: 'what was contracted',
  count: 'how many',
  date: 'day of the evidence',
  days: 'days since or until, as the signal counts them',
  deadline: 'day or hour by which something is promised',
  decision_maker: 'who decides at the customer',
  deliverable: 'milestone or delivery',
  end: 'last day of the contract',
  end_days: 'days to the last day of the contract',
  event: 'what happened, in words',
  feature: 'feature not used',
  figure: 'figure of the measure a topic speaks of',
  index: 'price index of the adjustment',
  left: 'contracted and not used',
  measure: 'measure of health, with its figure',
  offer: 'offer named by the decision',
  pct: 'share in percent',
  person: 'contact concerned',
  question: 'question of the measure named',
  reason: 'reason given, in words',
  result: 'result proven',
  role: 'role of the person concerned',
  score: 'answer to a survey',
  score_date: 'day of that answer',
  sponsor: 'executive sponsor at the customer',
  stage: 'stage of the journey',
  subject: 'what the customer spoke of',
  talk: 'what to ask the customer about the measure named',
  times: 'how many times the usual',
  tip: 'tip on use',
  track: 'track of the journey',
  used: 'what was used',
  what: 'thing concerned, in words',
  who: 'who raised it',
} as const satisfies Readonly<Record<string, string>>;
export type TextParam = keyof typeof textParams;

/** Brace names in a text, in order of appearance. */
export function bracesOf(text: string): readonly string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
}

/** True when a name may stand in braces. */
export function isTextParam(name: string): name is TextParam {
  return Object.hasOwn(textParams, name);
}
