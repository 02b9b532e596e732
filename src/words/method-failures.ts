// What went wrong with a method, in words, beside the others (`failures.ts`).
import { say } from './failure-text.ts';

export const methodFailures = {
  'method-invalid': say(
    422,
    ['O método tem um erro', 'Linha {line}: {reason} A versão em uso continua.'],
    ['The method has a mistake', 'Line {line}: {reason} The running version stays.'],
  ),
  'method-not-found': say(
    404,
    ['Não há esse método', '"{name}" não é um modelo nem uma versão desta base. Modelos: {known}.'],
    [
      'There is no such method',
      '"{name}" is neither a template nor a version of this base. Templates: {known}.',
    ],
  ),
  'method-changed': say(
    409,
    [
      'Alguém publicou antes',
      'A versão em uso agora é a {version}. Nada foi publicado; veja o que mudaria sobre ela e publique de novo.',
    ],
    [
      'Somebody published before you',
      'Version {version} runs by now. Nothing was published; look at what would change beside it and publish again.',
    ],
  ),
} as const;
