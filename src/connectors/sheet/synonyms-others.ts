// Headers of contacts, contracts, usage, tickets, answers, invoices, meetings and movements, Portuguese and English.
import { synonymTable } from './synonym-table.ts';

export const otherSynonyms = synonymTable({
  role: 'cargo, papel, funcao, role, job title, title, position, posicao',
  department: 'departamento, area, department, setor do contato, team',
  keyUser: 'usuario chave, key user, champion, chave',
  billingMonths: `
    bill period months, periodo meses, meses por cobranca, billing months, period months, prazo meses,
    term months
  `,
  period: `
    mes, semana, dia, periodo, month, week, day, date, data, week start, period, event time, timestamp,
    competencia, data evento, mes referencia
  `,
  metric: `
    metrica, metric, evento, event, event type, event name, funcionalidade, feature, tipo de evento
  `,
  quantity: `
    quantidade, qtd, quantity, count, uso, usage, acessos, logins, n events, event value, consumo,
    sessions, sessoes, api calls, total
  `,
  user: 'usuario, user, user id, id usuario, login',
  ticketId: `
    ticket id, id chamado, numero do chamado, chamado, ticket, case id, case number, protocolo, numero
    ticket, id ticket, n chamado, issue id, id do chamado
  `,
  openedOn: `
    aberto em, data abertura, abertura, created date, created, opened, opened on, created at, data de
    criacao, criado em, open date, dt abertura, data do chamado
  `,
  closedOn: `
    fechado em, data fechamento, fechamento, closed, closed on, closed at, resolvido em, resolved,
    resolved on, close date, data encerramento, data solucao, encerrado em, closed date, resolved at
  `,
  priority: 'prioridade, severidade, priority, severity, criticidade, gravidade, urgencia',
  ticketStatus: 'status, situacao, estado, ticket status, state, status do chamado',
  subject: 'assunto, titulo, subject, title, resumo, summary, tema',
  description: 'descricao, description, detalhe, details, mensagem, message, body',
  resolutionHours: `
    resolution time hours, tempo resolucao, tempo de resolucao horas, resolution hours, horas resolucao,
    resolution time
  `,
  score: 'nota, score, nps, pontuacao, nps score, nota nps, resposta, rating, csat, avaliacao',
  answeredOn: `
    data, date, data resposta, respondido em, answered on, response date, data nps, data received,
    submitted at, survey date, responded at, data da pesquisa, received, dia
  `,
  comment: `
    comentario, comment, verbatim, verbatim comment, feedback, resposta aberta, justificativa, motivo da
    nota, texto
  `,
  instrument: 'pesquisa, survey, instrumento, instrument, tipo de pesquisa, survey type',
  invoiceId: `
    fatura, nota fiscal, nf, invoice, invoice id, numero da fatura, invoice number, boleto, nosso
    numero, id fatura, numero nf
  `,
  dueOn: 'vencimento, data vencimento, due date, due, due on, vence em',
  issuedOn: 'emissao, data emissao, issued, issue date, emitida em, invoice date, issued on',
  paidOn: `
    pagamento, data pagamento, pago em, paid, paid on, payment date, paid at, baixa, data baixa,
    recebido em, data de recebimento
  `,
  invoiceStatus: 'status, situacao, invoice status, payment status, status pagamento',
  meetingOn: `
    data da reuniao, data reuniao, meeting date, reuniao em, data, date, realizada em, dia, start time,
    meeting
  `,
  meetingKind: 'tipo de reuniao, tipo reuniao, meeting type, tipo, type, kind, pauta, agenda',
  attended: 'participantes, presentes, attendees, attended, compareceram, participants',
  movedOn: 'movement date, data movimento, data do movimento, data movimentacao, data, date',
  movement: 'movement type, tipo de movimento, tipo movimento, movimentacao, movimento, movement, tipo',
});
