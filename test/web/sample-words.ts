// Names, people, stages and cases of the fictitious base. Words only.

export const kinds = [
  'Clínica',
  'Colégio',
  'Transportadora',
  'Construtora',
  'Rede',
  'Indústria',
  'Cooperativa',
  'Grupo',
  'Laboratório',
  'Distribuidora',
  'Metalúrgica',
  'Escritório',
  'Editora',
  'Hotel',
  'Farmácias',
  'Agropecuária',
];
export const names = [
  'Aroeira',
  'Jequitibá',
  'Guarapari',
  'Bom Sucesso',
  'Vereda',
  'Mantiqueira',
  'São Bento',
  'Paranaíba',
  'Sabiá-Laranjeira',
  'Pitangueira',
  'Serra Azul',
  'Curió',
  'Lagoa Dourada',
  'Monte Verde',
  'Taquari',
  'Ouro Branco',
  'Maré Alta',
  'Capim Santo',
  'Três Marias',
  'Barra Nova',
  'Olivais',
  'Cajuína',
  'Rio das Pedras',
  'Boa Esperança',
  'Tamandaré',
  'Ipiranga',
  'Copaíba',
  'Marajó',
  'Lua Cheia',
  'Ventos do Sul',
];
export const cities = ['', '', '', ' do Vale', ' Paulista', ' Norte', ' Mineira', ' & Filhos', ' Litoral'];
export const csms = ['Beatriz Couto', 'Rafael Menezes', 'Luíza Prado', 'Tiago Barcellos'];
export const segments = [
  ['smb', 'SMB'],
  ['mid_market', 'Mid-market'],
  ['enterprise', 'Enterprise'],
] as const;
export const stageOrder = [
  ['ativacao', 'onboarding', 'Ativação'],
  ['adocao', 'adoption', 'Adoção'],
  ['expansao', 'expansion', 'Expansão'],
  ['renovacao', 'renewal', 'Renovação'],
] as const;

export type Case = {
  key: string;
  signal: string;
  severity: 'low' | 'medium' | 'high';
  evidence: (n: number) => string;
  action: (n: number) => string;
  say: string;
  channel: string;
};
export const cases: readonly Case[] = [
  {
    key: 'usage_drop',
    signal: 'queda de uso',
    severity: 'high',
    evidence: (n) => `Uso caiu ${30 + (n % 25)}% em 30 dias`,
    action: (n) => `Ligar sobre o uso, ${30 + (n % 25)}% menor`,
    say: 'Vi que a equipe usou bem menos neste mês. O que mudou por aí?',
    channel: 'telefone',
  },
  {
    key: 'detractor',
    signal: 'detrator',
    severity: 'high',
    evidence: (n) => `NPS ${n % 7} há ${2 + (n % 9)} dias`,
    action: (n) => `Responder à nota ${n % 7}`,
    say: 'Obrigado pela nota sincera. Quero entender o que faltou.',
    channel: 'telefone',
  },
  {
    key: 'overdue',
    signal: 'fatura vencida',
    severity: 'medium',
    evidence: (n) => `Fatura vencida há ${4 + (n % 40)} dias`,
    action: (n) => `Cobrar a fatura de ${4 + (n % 40)} dias`,
    say: 'A fatura ficou aberta. Houve algum problema com o boleto?',
    channel: 'e-mail',
  },
  {
    key: 'renewal_late',
    signal: 'renovação atrasada',
    severity: 'high',
    evidence: (n) => `Conversa de renovação não registrada, faltam ${20 + (n % 50)} dias`,
    action: () => 'Marcar a conversa de renovação',
    say: 'O contrato chega ao fim logo. Posso mostrar o que entregamos e o próximo passo?',
    channel: 'reunião',
  },
  {
    key: 'silent',
    signal: 'silêncio',
    severity: 'medium',
    evidence: (n) => `Sem reunião registrada há ${31 + (n % 60)} dias`,
    action: (n) => `Retomar contato, ${31 + (n % 60)} dias sem conversa`,
    say: 'Faz tempo que não falamos. Como está o projeto do seu lado?',
    channel: 'mensagem',
  },
  {
    key: 'sponsor_changed',
    signal: 'sponsor saiu',
    severity: 'high',
    evidence: (n) => `Sponsor saiu há ${3 + (n % 30)} dias, ninguém assumiu`,
    action: () => 'Achar quem assume como sponsor',
    say: 'Quem passa a responder pelo projeto? Quero me apresentar.',
    channel: 'telefone',
  },
  {
    key: 'delivery_late',
    signal: 'entrega atrasada',
    severity: 'medium',
    evidence: (n) => `Marco de rotina atrasado ${3 + (n % 20)} dias`,
    action: () => 'Replanejar o marco atrasado',
    say: 'O que falta do nosso lado e do seu para fechar até sexta?',
    channel: 'reunião',
  },
];
export const good = [
  {
    evidence: 'Meta do trimestre batida',
    action: 'Apresentar o resultado ao sponsor',
    say: 'A meta foi batida. Vamos ver juntos onde repetir?',
    offer: 'Escala · nova área',
    key: 'nova_area_unidade',
  },
  {
    evidence: 'Acessos em 94% do contratado',
    action: 'Revisar acessos com o cliente',
    say: 'A equipe já usa quase todos os acessos. Quem mais entraria?',
    offer: 'Escala · mais acessos',
    key: 'mais_assentos',
  },
  {
    evidence: 'Pediu mais do mesmo, sem meta clara',
    action: 'Propor meta e indicador',
    say: 'Qual número você quer mostrar à diretoria em junho?',
    offer: 'Performance · metas',
    key: 'metas_experimentos',
  },
];

/** The few figures lists sort and filter by, before the whole line is built. */
