// Headers of every table but customers, Portuguese and English.
import { synonymTable } from './synonym-table.ts';

export const otherSynonyms = synonymTable({
  role: `
    cargo, papel, funcao, role, job title, jobtitle, title, position, posicao, cargo do contato
  `,
  department: 'departamento, area, department, setor do contato, team',
  keyUser: 'usuario chave, key user, champion, chave',
  billingMonths: `
    bill period months, periodo meses, meses por cobranca, billing months, period months, prazo meses,
    term months
  `,
  period: `
    mes, semana, dia, periodo, month, week, day, date, data, week start, semana inicio, inicio semana, period, event time, timestamp,
    competencia, mes referencia, mes ano, ano mes, period start, inicio do periodo, periodo inicio, reference date, data referencia,
    month start, from, de, week of, semana de, usage date, data de uso, dt referencia, mes base
  `,
  metric: `
    metrica, metric, metric name, nome da metrica, indicador, funcionalidade, feature, recurso, modulo, event, evento, event type, event name, tipo de evento, kpi
  `,
  quantity: `
    quantidade, qtd, quantity, count, uso, usage, n events, event count, total events, eventos, events, event value, consumo, total, valor, value,
    usage count, qtde de uso, valor da metrica, metric value
  `,
  user: `
    usuario, user, user id, id usuario, login, id do usuario, user email, email do usuario, usuario id, member id, anonymous id, matricula do usuario, userid
  `,
  ticketId: `
    ticket id, id chamado, numero do chamado, chamado, ticket, case id, case number, protocolo, numero
    ticket, id ticket, n chamado, issue id, id do chamado, n do chamado, numero protocolo, case, issue, issue key, ticket number, n ticket, cod chamado, atendimento, n atendimento, solicitacao, id solicitacao
  `,
  openedOn: `
    aberto em, data abertura, abertura, created date, created, opened, opened on, created at, data de
    criacao, criado em, open date, dt abertura, data do chamado, createdate, create date, date created, opened at, opened date, data hora abertura, data, date, data de registro, registrado em
  `,
  closedOn: `
    fechado em, data fechamento, fechamento, closed, closed on, closed at, resolvido em, resolved,
    resolved on, close date, data encerramento, data solucao, encerrado em, closed date, resolved at, solved at, solved on, resolution date, data resolucao, data de conclusao, concluido em, dt fechamento, resolucao, encerramento
  `,
  priority: `
    prioridade, severidade, priority, severity, criticidade, gravidade, urgencia, urgency, ticket priority, impacto, nivel
  `,
  ticketStatus: `
    status, situacao, estado, ticket status, state, status do chamado, situacao do chamado, status ticket, pipeline stage
  `,
  subject: `
    assunto, titulo, subject, title, resumo, summary, tema, assunto do chamado
  `,
  description: `
    descricao, description, detalhe, details, mensagem, message, body, content, conteudo, descricao do chamado, relato
  `,
  resolutionHours: `
    resolution time hours, tempo resolucao, tempo de resolucao horas, resolution hours, horas resolucao,
    resolution time, tempo resolucao h, horas para resolver, hours to resolve, ttr, time to resolution, time to resolve hours
  `,
  score: `
    nota, score, nps, pontuacao, nps score, nota nps, resposta, rating, csat, avaliacao, nota csat, csat score, ces, ces score, nota ces, likelihood to recommend, nota de 0 a 10
  `,
  answeredOn: `
    data, date, data resposta, respondido em, answered on, response date, data nps, data received,
    submitted at, survey date, responded at, data da pesquisa, received, dia, received at, answered at, created at, submitted on, data da nota, data hora, carimbo de data hora, timestamp, completed at, data de recebimento
  `,
  comment: `
    comentario, comment, verbatim, verbatim comment, feedback, resposta aberta, justificativa, motivo da
    nota, texto, comentarios, por que, por que desta nota, porque, motivo, reason, open answer, why
  `,
  instrument: `
    pesquisa, survey, instrumento, instrument, tipo de pesquisa, survey type, survey name, tipo pesquisa, metodologia
  `,
  invoiceId: `
    fatura, nota fiscal, nf, invoice, invoice id, numero da fatura, invoice number, boleto, nosso
    numero, id fatura, numero nf, n fatura, n nf, nfe, nfse, cobranca, id cobranca, charge id, titulo, numero do titulo, documento fiscal, id boleto, n boleto, payment id
  `,
  dueOn: `
    vencimento, data vencimento, due date, due, due on, vence em, dt vencimento, due at, data de vencimento do boleto, pagar ate
  `,
  issuedOn: `
    emissao, data emissao, issued, issue date, emitida em, invoice date, issued on, dt emissao, issued at, created, created at, data da fatura, billing date, data faturamento, data, date, data da cobranca
  `,
  paidOn: `
    pagamento, data pagamento, pago em, paid, paid on, payment date, paid at, baixa, data baixa,
    recebido em, data de recebimento, dt pagamento, date paid, data do pagamento, pago, liquidacao, data liquidacao, recebimento
  `,
  invoiceStatus: `
    status, situacao, invoice status, payment status, status pagamento, situacao pagamento, status da fatura, pago, paga, paid, estado, charge status, situacao do titulo
  `,
  meetingOn: `
    data da reuniao, data reuniao, meeting date, reuniao em, data, date, realizada em, dia, start time,
    meeting, dt reuniao, meeting time, meeting start time, started at, inicio da reuniao, data do encontro, when, quando, held on
  `,
  meetingKind: `
    tipo de reuniao, tipo reuniao, meeting type, tipo, type, kind, pauta, agenda, assunto, title, titulo, meeting title, tema, motivo da reuniao, formato
  `,
  attended: `
    participantes, presentes, attendees, attended, compareceram, participants, n participantes, qtd participantes, n de presentes, presenca, attendee count
  `,
  movedOn: `
    movement date, data movimento, data do movimento, data movimentacao, data, date, month, mes, competencia, dt movimento, effective date, data efetiva
  `,
  movement: `
    movement type, tipo de movimento, tipo movimento, movimentacao, movimento, movement, tipo, type, tipo de movimentacao, mrr movement, categoria do movimento, change type, movement category
  `,
  contactId: `
    contact id, id contato, id do contato, codigo contato, user id, vid
  `,
  lastName: `
    last name, lastname, sobrenome, surname, family name
  `,
  periodEnd: `
    period end, fim do periodo, periodo fim, week end, week ending, semana fim, fim semana, semana ate, month end, fim do mes,
    ate, to, end of period
  `,
  event: `
    event, evento, event type, event name, tipo de evento, nome do evento, action, acao, feature, funcionalidade, activity, atividade, tela, page, track
  `,
  at: `
    event time, timestamp, data hora, data e hora, datahora, occurred at, event timestamp, event date, data evento, data do evento, received at,
    quando, horario, momento, time, datetime, created at, criado em, sent at, date, data, original timestamp
  `,
  value: `
    event value, valor, value, quantidade, qtd, count, valor do evento
  `,
  session: `
    session, session id, sessao, id sessao, id da sessao
  `,
  minutes: `
    minutes, minutos, duracao minutos, duration minutes, tempo minutos
  `,
  eventId: `
    event id, id evento, id do evento, message id, messageid, event uuid
  `,
  answerId: `
    answer id, response id, id resposta, id da resposta, survey response id
  `,
  withheld: `
    retencao, retencoes, valor retido, impostos retidos, retido, withheld, withheld taxes, imposto retido, tributos retidos, iss retido, total retido
  `,
  net: `
    valor liquido, liquido, net, net amount, net due, valor a receber, total liquido
  `,
  paidAmount: `
    valor pago, valor recebido, amount paid, paid amount, recebido, total pago, amount received
  `,
  messageId: `
    message id, messageid, id mensagem, id da mensagem, message uuid
  `,
  sentOn: `
    dia da mensagem, data da mensagem, enviada em, enviado em, sent on, sent at, data de envio, data do envio, dia do envio, message date, message day, sent date, data, date, dia
  `,
  sentAt: `
    hora da mensagem, hora do envio, hora de envio, message time, sent time, hora, time
  `,
  sender: `
    remetente, sender, autor, author, enviado por, enviada por, sent by, quem enviou, quem escreveu, message sender
  `,
  direction: `
    sentido, direcao, direction, sentido da mensagem, message direction, entrada ou saida, in out
  `,
  messageKind: `
    tipo de mensagem, tipo da mensagem, message type, message kind
  `,
  messageChannel: `
    canal, channel, canal da mensagem, message channel
  `,
  replied: `
    respondida, respondido, replied, teve resposta, answered
  `,
  messageText: `
    texto da mensagem, mensagem, message, message text, message body, texto, text, body, conteudo da mensagem
  `,
  meetingId: `
    meeting id, id reuniao, id da reuniao, engagement id, event id, calendar id
  `,
  invited: `
    convidados, invited, invitees, n convidados, qtd convidados, invited count
  `,
  meetingOutcome: `
    resultado, outcome, meeting outcome, resultado da reuniao, desfecho, clima, sentimento, status, situacao, result
  `,
  movementId: `
    movement id, id movimento, id movimentacao
  `,
  currency: `
    moeda, currency, currency code, codigo da moeda, divisa
  `,
  unit: `
    unidade, units, unit, unit label, unidade de medida, tipo de quantidade
  `,
  discount: `
    desconto, discount, discount rate, percentual de desconto, desconto percentual
  `,
});
