// The command of the method, beside the others (`usage.ts`).

export const methodCommand = {
  pt: 'O método que decide: mostra, confere um arquivo, compara, publica',
  en: 'The method that decides: shows it, checks a file, compares, publishes',
  takes: ['show|check|diff|publish', 'MODELO?', 'MODELO?'],
  flags: {
    'dry-run': {
      type: 'boolean',
      pt: 'publish: só mostra o que mudaria hoje; nada é publicado',
      en: 'publish: only shows what would change today; publishes nothing',
    },
    json: {
      type: 'boolean',
      pt: 'um documento JSON na saída',
      en: 'one JSON document on standard output',
    },
  },
  examples: [
    'perene method show > meu-metodo.yaml',
    'perene method check meu-metodo.yaml',
    'perene method diff servicos-b2b meu-metodo.yaml',
    'perene method publish saas --dry-run',
    'perene method publish meu-metodo.yaml',
    'perene method publish 1',
  ],
} as const;
