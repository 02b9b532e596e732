// What people wrote, in the words of a CSM and of customers: subjects, notes, messages, comments. No name of a person in them.
export const subjects: readonly (readonly [tag: string, subject: string])[] = [
  ['acesso', 'Usuário novo não consegue entrar'],
  ['relatorio', 'Relatório do mês com filial faltando'],
  ['integracao', 'Integração com o ERP não trouxe os pedidos de ontem'],
  ['duvida', 'Como mudo o responsável de um plano de ação?'],
  ['erro', 'Painel abre em branco no celular'],
  ['dados', 'Número do painel não bate com a planilha do financeiro'],
  ['melhoria', 'Dá para mandar o relatório todo dia 5 sem ninguém pedir?'],
  ['cobranca', 'Nota saiu sem o número do pedido de compra'],
  ['treinamento', 'Precisamos treinar duas pessoas novas'],
  ['erro', 'Alerta chega duas vezes'],
];

export const meetingNotes = {
  good: [
    'Ritual rodando sem a nossa ajuda. Querem levar o painel para a reunião de diretoria.',
    'Mostramos o antes e depois do retrabalho: de 14 para 6 horas por semana. Gostaram do número.',
    'Equipe engajada, plano de ação em dia. Combinamos rever a meta no próximo trimestre.',
    'Indicadores em pé há cinco semanas. Pediram para repetir a pauta com a outra unidade.',
    'Fechamento do mês saiu dois dias antes. Vão apresentar o resultado internamente.',
  ],
  plain: [
    'Pauta cumprida. Ficou pendente a lista de acessos do lado deles.',
    'Revisamos os indicadores; dois planos de ação atrasados, com nova data.',
    'Reunião curta. Pediram o material para ler depois.',
    'Alinhamos a agenda do mês. Férias no time deles em janeiro.',
  ],
  bad: [
    'Pouca gente veio. Dizem que o time está apagando incêndio e a rotina ficou para depois.',
    'Reclamaram do retrabalho no fechamento; voltaram a usar planilha paralela.',
    'Sponsor não entrou. Quem veio não decide, e a pauta não andou.',
    'Cobraram de novo a integração prometida. Clima ruim.',
    'Não veem o ganho. Preciso mostrar o número antes da próxima conversa.',
  ],
} as const;

export const messages = {
  in: [
    'Bom dia! Consegue me mandar o painel atualizado até as 15h? Tenho reunião com a diretoria.',
    'Oi, tudo bem? O time aprovou o plano de ação, pode seguir.',
    'Pessoal, dá pra adiantar a reunião de quinta? Caiu um cliente aqui.',
    'Recebi, obrigado! Vou ver com o financeiro e te falo.',
    'Ficou ótimo o relatório, minha diretora elogiou.',
    'Consegue confirmar quantas horas ainda temos neste mês?',
    'Desculpa a demora, semana corrida. Amanhã te respondo.',
  ],
  out: [
    'Oi! Passando o resumo da semana: dois planos concluídos, um atrasado. Quer que eu fale com o responsável?',
    'Bom dia! Segue a pauta de quinta. Falta confirmar quem vem da operação.',
    'Fechei o painel do mês; o retrabalho caiu mais um pouco. Te mostro em 15 minutos?',
    'Vi que o time não abriu o plano de ação esta semana. Precisa de ajuda?',
    'Segue a proposta que combinamos, com o escopo em uma página.',
    'Lembrete do nosso encontro de amanhã, 10h.',
  ],
} as const;

export const comments = {
  promoter: [
    'Parceiros de verdade. A rotina mudou nossa operação.',
    'Time responde rápido e conhece nosso negócio.',
    'O painel virou a nossa reunião de segunda.',
    'Indico sem medo, já indiquei.',
  ],
  passive: [
    'Bom, mas o começo demorou.',
    'Atende. Gostaria de mais proatividade.',
    'Faltam relatórios automáticos.',
    '',
  ],
  detractor: [
    'Prometeram a integração para março e até hoje nada.',
    'Muita reunião, pouco resultado.',
    'O suporte demora e temos que explicar tudo de novo.',
    'Não vejo retorno pelo que pagamos.',
  ],
} as const;

/** Notes by what befell the account: as written by the CSM, with the words that keywords look for. */
export const eventNotes: Readonly<Record<string, string>> = {
  budget_cut: 'Financeiro avisou: corte de orçamento de 15% em todos os fornecedores até o fim do trimestre.',
  reorganisation:
    'Reestruturação: a operação passa a responder para outra diretoria a partir do mês que vem.',
  merger: 'Foram comprados por um grupo do Sul. Ainda não sabem quem decide contratos.',
  competitor: 'Estão avaliando outro fornecedor; receberam proposta com preço menor na semana passada.',
  competitor_opening: 'Concorrente atende a filial de Campinas. Estão insatisfeitos com o prazo de lá.',
  goal_changed: 'Mudou a meta: agora a prioridade é prazo de entrega, não mais custo.',
  capability_asked: 'Pediu integração com o ERP para parar de subir planilha todo dia.',
  predictable_need: 'A nova unidade abre em dois meses e vai precisar da mesma rotina.',
  growth: 'Time cresceu de 12 para 19 pessoas e vão contratar mais.',
  manual_work: 'Relatório na mão toda sexta: a analista perde meio dia de copiar e colar.',
  unclear_more: 'Querem "mais do mesmo" no próximo semestre, sem meta definida.',
  wants_predictability:
    'Diretoria pediu previsibilidade: quer metas por mês e saber antes quando algo vai atrasar.',
  key_person: 'Tudo depende da coordenadora; quando ela falta, ninguém atualiza o plano.',
  no_routine: 'Sem rotina: a reunião semanal deixou de acontecer há um mês.',
  new_release: 'Nova versão do painel no ar; precisam reaprender o caminho dos relatórios.',
  new_use_case: 'Querem usar o plano de ação também para auditoria interna: novo caso de uso.',
  escalation: 'Escalou para a diretoria: falha na carga dos dados no dia do fechamento.',
};
/** Notes that only hint: a keyword suggests the event, a person has yet to confirm it. */
export const hints: readonly (readonly [
  event: string,
  keyword: string,
  text: string,
  family: string | null,
])[] = [
  [
    'manual_work',
    'planilha paralela',
    'Comentou de passagem que ainda mantém uma planilha paralela para conferir.',
    null,
  ],
  ['growth', 'vao contratar', 'Disse que vão contratar três analistas no segundo semestre.', null],
  [
    'wants_predictability',
    'melhoria continua',
    'Falou em melhoria contínua como tema do ano que vem.',
    'performance',
  ],
  ['predictable_need', 'nova filial', 'Mencionou que estudam abrir filial em Goiânia.', 'escala'],
  ['champion_left', 'ponto focal saiu', 'Recepção disse que o ponto focal saiu; confirmar.', null],
  ['budget_cut', 'contencao de gastos', 'Ouvi falar em contenção de gastos; ainda não é oficial.', null],
];
export const plainNotes = [
  'Cliente prefere WhatsApp a e-mail. Reunião sempre antes das 11h.',
  'Aniversário da empresa em agosto, mandar uma lembrança.',
  'Financeiro só libera nota com número do pedido de compra.',
  'Gostam de ver o número antes da conversa: mandar o painel na véspera.',
  'Decisão passa pela diretora financeira, mesmo quando não aparece.',
] as const;
