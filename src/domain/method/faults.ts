// Why a method is refused, as codes with figures; `words` makes sentences of them. What a library says of a text (YAML, CEL)
// is handed on as it stands.

export const methodFaultCodes = [
  'yaml',
  'unknown_keys',
  'wrong_type',
  'not_one_of',
  'shape',
  'cel',
  'unreadable',
  'no_leaf',
  'no_truth',
  'call',
  'index',
  'circle',
  'cap_circle',
  'twice',
  'undefined',
  'range_backwards',
  'bands_order',
  'ageing_order',
  'weights_nothing',
  'weight_negative',
  'pillar_nothing',
  'curve_or_map',
  'curve_backwards',
  'curve_empty',
  'leaf_unknown',
  'leaf_no_number',
  'leaf_no_word',
  'question_missing',
  'two_actions',
  'context_condition',
  'brace_unknown',
] as const;
export type MethodFaultCode = (typeof methodFaultCodes)[number];
export type MethodFault = {
  readonly code: MethodFaultCode;
  readonly params: Readonly<Record<string, string | number>>;
};

export const methodFault = (code: MethodFaultCode, params: MethodFault['params'] = {}): MethodFault => ({
  code,
  params,
});
