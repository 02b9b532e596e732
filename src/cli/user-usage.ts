// The command of people, beside the others (`usage.ts`).

export const userCommand = {
  pt: 'Quem entra nesta base e com que papel',
  en: 'Who enters this workspace, and as what',
  takes: ['list|add|role|remove|reset', 'EMAIL?', 'PAPEL?'],
  flags: {
    name: { type: 'string', hint: 'NOME', pt: 'nome da pessoa (add)', en: 'name of the person (add)' },
    role: {
      type: 'string',
      hint: 'PAPEL',
      pt: 'owner, admin, manager, csm (padrão) ou viewer (add)',
      en: 'owner, admin, manager, csm (default) or viewer (add)',
    },
    money: {
      type: 'string',
      hint: 'yes|no',
      pt: 'vê valores em dinheiro; csm e viewer podem ficar sem (add, role)',
      en: 'sees amounts of money; csm and viewer may be without (add, role)',
    },
    'password-stdin': {
      type: 'boolean',
      pt: 'lê a senha da entrada em vez de gerar um link (add, reset)',
      en: 'reads the password from standard input instead of making a link (add, reset)',
    },
    json: {
      type: 'boolean',
      pt: 'um documento JSON na saída',
      en: 'one JSON document on standard output',
    },
  },
  examples: [
    'perene user add ana@firma.com.br --name "Ana Prado" --role owner',
    'perene user role ana@firma.com.br manager',
    'perene user role bia@firma.com.br csm --money no',
    'perene user reset ana@firma.com.br',
    'perene user remove ana@firma.com.br',
  ],
} as const;

/** Flags of `start` for a base that is reached from other machines. */
export const reachFlags = {
  url: {
    type: 'string',
    hint: 'URL',
    pt: 'endereço por onde as pessoas chegam, p. ex. https://cs.firma.com.br (vários: com vírgula)',
    en: 'address by which people come, e.g. https://cs.firma.com.br (several: with commas)',
  },
  listen: {
    type: 'string',
    hint: 'ENDEREÇO',
    pt: 'endereço de rede em que atende (padrão 127.0.0.1; 0.0.0.0 são todos)',
    en: 'network address to answer on (default 127.0.0.1; 0.0.0.0 is all of them)',
  },
} as const;
