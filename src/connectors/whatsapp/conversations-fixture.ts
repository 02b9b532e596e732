// Invented conversations, each as another telephone or another habit exports it, and what must be read in it. For tests only.
type Read = readonly [row: number, day: string, time: string, sender: string, kind: string, text?: string];
export type ConversationHabit = {
  readonly name: string;
  readonly file: string;
  readonly rows: readonly Read[];
};

const lrm = '\u200e';
const narrow = '\u202f';

export const conversationHabits: readonly ConversationHabit[] = [
  {
    name: 'Android, português, mensagem de várias linhas e editada',
    file: '25/05/2025 14:03 - Ana: Oi\nsegunda linha\n\nterceira\n25/05/2025 14:05 - Carlos: Tudo bem <Mensagem editada>\n',
    rows: [
      [1, '25/05/2025', '14:03', 'Ana', 'mensagem', 'Oi\nsegunda linha\n\nterceira'],
      [5, '25/05/2025', '14:05', 'Carlos', 'mensagem', 'Tudo bem'],
    ],
  },
  {
    name: 'Android, o aviso de criptografia e os de grupo não são mensagens',
    file:
      '25/05/2025 14:00 - As mensagens e as ligações são protegidas com a criptografia de ponta a ponta. Fora desta conversa, ninguém pode ler.\n' +
      '25/05/2025 14:01 - Ana criou o grupo "Obra: fase 2"\n' +
      '25/05/2025 14:02 - Ana mudou o nome do grupo de "Obra: fase 1" para "Obra: fase 2"\n' +
      '25/05/2025 14:02 - Ana adicionou Carlos\n25/05/2025 14:03 - Bia saiu\n' +
      '25/05/2025 14:04 - Carlos mudou para um novo número. Toque para enviar mensagem.\n' +
      '25/05/2025 14:05 - Carlos: Você adicionou a Bia?\n',
    rows: [
      [1, '25/05/2025', '14:00', '', 'aviso'],
      [2, '25/05/2025', '14:01', '', 'aviso'],
      [3, '25/05/2025', '14:02', '', 'aviso'],
      [4, '25/05/2025', '14:02', '', 'aviso'],
      [5, '25/05/2025', '14:03', '', 'aviso'],
      [6, '25/05/2025', '14:04', '', 'aviso'],
      [7, '25/05/2025', '14:05', 'Carlos', 'mensagem', 'Você adicionou a Bia?'],
    ],
  },
  {
    name: 'iPhone, português: marcas escondidas, segundos, o grupo diante do aviso',
    file:
      `[25/05/2025, 14:03:21] Obra: ${lrm}As mensagens e ligações são protegidas com a criptografia de ponta a ponta.\n` +
      `[25/05/2025, 14:03:30] Obra: ${lrm}Ana adicionou você\n` +
      `[25/05/2025, 14:04:00] Carlos: Segue a foto\n${lrm}[25/05/2025, 14:04:10] Carlos: ${lrm}imagem ocultada\n` +
      `[25/05/2025, 14:05:00] ~ Bia: Obrigada ${lrm}<Mensagem editada>\n`,
    rows: [
      [1, '25/05/2025', '14:03:21', '', 'aviso'],
      [2, '25/05/2025', '14:03:30', '', 'aviso'],
      [3, '25/05/2025', '14:04:00', 'Carlos', 'mensagem', 'Segue a foto'],
      [4, '25/05/2025', '14:04:10', 'Carlos', 'mídia'],
      [5, '25/05/2025', '14:05:00', 'Bia', 'mensagem', 'Obrigada'],
    ],
  },
  {
    name: 'Android, English, twelve hours, narrow space before PM',
    file:
      `5/25/25, 2:03${narrow}PM - Messages and calls are end-to-end encrypted. Only people in this chat can read them.\n` +
      `5/25/25, 2:04${narrow}PM - Ann: Hi\n5/25/25, 2:05 pm - John Smith: <Media omitted>\n5/25/25, 2:06 PM - John Smith: This message was deleted\n`,
    rows: [
      [1, '5/25/25', '2:03 PM', '', 'aviso'],
      [2, '5/25/25', '2:04 PM', 'Ann', 'mensagem', 'Hi'],
      [3, '5/25/25', '2:05 pm', 'John Smith', 'mídia'],
      [4, '5/25/25', '2:06 PM', 'John Smith', 'apagada'],
    ],
  },
  {
    name: 'iPhone, English, twelve hours with seconds',
    file: `[5/25/25, 2:03:21${narrow}PM] Ann: ${lrm}image omitted\n[5/25/25, 2:04:00${narrow}PM] John: Got it ${lrm}<This message was edited>\n`,
    rows: [
      [1, '5/25/25', '2:03:21 PM', 'Ann', 'mídia'],
      [2, '5/25/25', '2:04:00 PM', 'John', 'mensagem', 'Got it'],
    ],
  },
  {
    name: 'números de telefone no lugar de nomes, com marcas de direção',
    file: '25/05/2025 14:03 - \u202a+55 11 98765-4321\u202c: Bom dia\n25/05/2025 14:04 - +1 (555) 010-2345: Hello\n',
    rows: [
      [1, '25/05/2025', '14:03', '+55 11 98765-4321', 'mensagem', 'Bom dia'],
      [2, '25/05/2025', '14:04', '+1 (555) 010-2345', 'mensagem', 'Hello'],
    ],
  },
  {
    name: 'mídia com nome, com legenda, apagadas pelos dois lados',
    file:
      '25/05/2025 14:03 - Ana: IMG-20250525-WA0001.jpg (arquivo anexado)\na legenda\n25/05/2025 14:04 - Ana: <Mídia oculta>\n' +
      '25/05/2025 14:05 - Ana: Você apagou esta mensagem\n25/05/2025 14:06 - Carlos: Mensagem apagada\n' +
      '25/05/2025 14:07 - Carlos: Você viu que a mensagem apagada era minha?\n',
    rows: [
      [1, '25/05/2025', '14:03', 'Ana', 'mídia', 'a legenda'],
      [3, '25/05/2025', '14:04', 'Ana', 'mídia'],
      [4, '25/05/2025', '14:05', 'Ana', 'apagada'],
      [5, '25/05/2025', '14:06', 'Carlos', 'apagada'],
      [6, '25/05/2025', '14:07', 'Carlos', 'mensagem', 'Você viu que a mensagem apagada era minha?'],
    ],
  },
  {
    name: 'vírgula depois do dia, linhas que acabam à moda do Windows, marca no começo do arquivo',
    file: '\ufeff25/05/2025, 14:03 - Ana: Oi\r\n25/05/2025, 14:04 - Carlos: Oi\r\n',
    rows: [
      [1, '25/05/2025', '14:03', 'Ana', 'mensagem', 'Oi'],
      [2, '25/05/2025', '14:04', 'Carlos', 'mensagem', 'Oi'],
    ],
  },
  {
    name: 'texto com dois-pontos, com horas e com datas não é outra mensagem',
    file: '25/05/2025 14:03 - Ana: Agenda: 14:30\n26/05 às 10:00 - alinhamento\n[x] ata: feita\n25/05/2025 14:04 - Carlos: ok: sim\n',
    rows: [
      [
        1,
        '25/05/2025',
        '14:03',
        'Ana',
        'mensagem',
        'Agenda: 14:30\n26/05 às 10:00 - alinhamento\n[x] ata: feita',
      ],
      [4, '25/05/2025', '14:04', 'Carlos', 'mensagem', 'ok: sim'],
    ],
  },
  {
    name: 'linhas antes da primeira mensagem e um arquivo cortado no meio',
    file: 'Conversa exportada\n\n25/05/2025 14:03 - Ana: Oi\n25/05/2025 14:04 - Carlos: Oi\n25/05/2025 14:0',
    rows: [
      [1, '', '', '', 'ilegível'],
      [3, '25/05/2025', '14:03', 'Ana', 'mensagem', 'Oi'],
      [4, '25/05/2025', '14:04', 'Carlos', 'mensagem', 'Oi'],
      [5, '', '', '', 'cortada'],
    ],
  },
  {
    name: 'ano primeiro, pontos no dia e na hora',
    file: '2025-05-25 14:03 - Ana: Oi\n25.05.25, 14.04 - Carlos: Olá\n',
    rows: [
      [1, '2025-05-25', '14:03', 'Ana', 'mensagem', 'Oi'],
      [2, '25.05.25', '14.04', 'Carlos', 'mensagem', 'Olá'],
    ],
  },
  {
    name: 'chamadas, código de segurança, mensagens temporárias',
    file:
      `[25/05/2025, 14:03:21] Carlos: ${lrm}Chamada de voz perdida\n` +
      '[25/05/2025, 14:03:30] Carlos: Chamada de voz perdida? Não vi\n' +
      `[25/05/2025, 14:04:00] Carlos: ${lrm}O código de segurança de Carlos mudou.\n` +
      '25/05/2025 14:05 - Você ativou as mensagens temporárias.\n',
    rows: [
      [1, '25/05/2025', '14:03:21', '', 'aviso'],
      [2, '25/05/2025', '14:03:30', 'Carlos', 'mensagem', 'Chamada de voz perdida? Não vi'],
      [3, '25/05/2025', '14:04:00', '', 'aviso'],
      [4, '25/05/2025', '14:05', '', 'aviso'],
    ],
  },
  {
    name: 'mensagem vazia e emojis no nome',
    file: '25/05/2025 14:03 - Carlos 🌞 Sol: \n25/05/2025 14:04 - Ana: 👍\n',
    rows: [
      [1, '25/05/2025', '14:03', 'Carlos 🌞 Sol', 'mensagem', ''],
      [2, '25/05/2025', '14:04', 'Ana', 'mensagem', '👍'],
    ],
  },
];
