// Headers of a customer sheet as people write them, Portuguese and English. Case, accents, plural and small words (de, do,
// of, the) do not count.
import { synonymTable } from './synonym-table.ts';

export const accountSynonyms = synonymTable({
  termMonths: `
    prazo, prazo meses, prazo em meses, prazo contratual, prazo do contrato, prazo do contrato meses, duracao, duracao
    meses, duracao do contrato, vigencia meses, meses de contrato, term months, contract term, contract length, term
  `,
  autoRenew: `
    renovacao automatica, renova automaticamente, auto renovacao, auto renew, auto renewal, automatic renewal, renews
    automatically
  `,
  openEnded: `
    prazo indeterminado, contrato por prazo indeterminado, por prazo indeterminado, indeterminado, open ended, evergreen
  `,
  index: `
    indice, indice de reajuste, reajuste, indexador, indice do contrato, price index, adjustment index, index,
    indice reajuste
  `,
  contracted: `
    horas contratadas, horas do contrato, pacote de horas, banco de horas, horas previstas, horas mensais, hora
    contratada, posts contratados, demandas contratadas, entregas contratadas, chamados contratados, contracted hours,
    hours contracted, hours included, horas contratadas mes
  `,
  used: `
    horas utilizadas, horas usadas, horas consumidas, horas gastas, horas executadas, horas realizadas, consumo de
    horas, posts entregues, posts publicados, demandas usadas, demandas entregues, entregas realizadas, hours used,
    used hours, hours spent, consumed hours, horas utilizadas mes, horas usadas mes
  `,
  consumedIn: 'mes, competencia, mes referencia, mes de referencia, mes base, reference month, month',
  externalId: `
    id, codigo, cod, código do cliente, cod cliente, id cliente, id da conta, account id, customer id,
    company id, client id, external id, crm id, matricula, numero cliente, customer number, id externo, organization id, organisation id, org id, id empresa, id organizacao,
    tenant id, tenant, id do cliente, codigo da empresa, codigo da conta, associated company id, accountid, customerid,
    companyid, clientid, id conta, id crm,
    cliente, conta, empresa, customer, account, company, client
  `,
  name: `
    cliente, nome, empresa, conta, razao social, nome fantasia, nome do cliente, nome da empresa,
    customer, account, company, name, account name, company name, customer name, client, client name,
    organization, organizacao, organisation, associated company, empresa associada, organization name
  `,
  taxId: `
    cnpj, cpf cnpj, cnpj cpf, tax id, taxid, vat, vat number, inscricao federal, documento, tax number
  `,
  segment: `
    segmento, segment, porte, faixa, categoria do cliente, customer segment, perfil, classificacao, tipo
    de cliente, company size, tamanho
  `,
  status: `
    status, situacao, estado do contrato, status cliente, status do contrato, account status, ativo,
    active, contract status, customer status, subscription status
  `,
  stage: `
    fase, etapa, estagio, stage, phase, fase do cliente, etapa do cliente, fase da jornada, etapa da jornada,
    momento, momento da jornada, jornada, journey stage, lifecycle stage, customer stage, estagio do cliente
  `,
  nextStep: `
    proxima acao, proximo passo, proximos passos, proxima atividade, acao, plano de acao, next step, next action,
    next steps, action plan, to do, a fazer
  `,
  pulse: `
    farol, semaforo, saude, health, termometro, pulso, pulse, saude do cliente, saude da conta, customer health,
    sentimento, temperatura, rag, rag status
  `,
  start: `
    inicio, inicio do contrato, data inicio, dt inicio, inicio vigencia, vigencia inicial, start, start
    date, contract start, cliente desde, desde, entrada, data entrada, data de assinatura, assinatura,
    customer since, activation date, ativacao, data ativacao, signup date, signed, signed on, data
    contratacao, contratacao, data cadastro, go live, onboarded, since, contract date, data do contrato, data da
    venda, vendido em, data fechamento, fechado em, ganho em, closed won date, inicio projeto, inicio do servico
  `,
  end: `
    fim, termino, fim do contrato, termino do contrato, data fim, data termino, dt fim, end, end date,
    contract end, contract end date, fim vigencia, vigencia final, data final, ends on, vigencia ate,
    vigencia, contrato ate, ate, fim do projeto, termino do projeto
  `,
  plannedEnd: `
    vencimento, vencimento do contrato, data de vencimento, vence, vence em, renovacao, data renovacao,
    dt renov, proxima renovacao, renewal, renewal date, renews on, next renewal, expiration, expiration
    date, expires, expires on, expiry date, validade, fim previsto, termino previsto, valido ate, previsao de
    termino, vigente ate, current period end, current term end, term end
  `,
  deliveryDue: `
    previsao de entrega, entrega prevista, prazo de entrega, data prevista de entrega, entregar ate, entrega ate,
    deadline, prazo final, delivery due, due date, delivery date
  `,
  actualEnd: `
    cancelamento, data cancelamento, dt cancelamento, cancelado em, data de saida, saida, saiu em,
    encerrado em, encerramento, data encerramento, churn date, data churn, data do churn, cancelled on,
    canceled at, cancellation date, cancel date, ended on, churned on, distrato, rescisao, termination
    date, exit date, data de perda, ended at, dt saida, data fim real, cancellation on, cancel at, data de cancelamento, leave date,
    date churned, churned at
  `,
  endReason: `
    motivo cancelamento, motivo da saida, motivo churn, motivo do cancelamento, churn reason,
    cancellation reason, motivo encerramento, reason, motivo, reason for leaving, motivo da perda, motivo perda, causa,
    motivo do churn, churn cause, exit reason, por que saiu
  `,
  amount: `
    valor, valor do contrato, valor contrato, preco, amount, value, contract value, price, receita,
    revenue, faturamento, tcv, total contract value, montante, ticket medio, plan price, charges, movement amount, valor
    bruto, gross amount, valor da fatura, valor do movimento, valor fatura, total, valor total, amount due, unit amount,
    valor nf, valor do boleto, variacao, mrr change, delta mrr, valor movimentado, total cents, amount cents, total centavos, valor centavos
  `,
  monthly: `
    mrr, valor mensal, mensalidade, fee mensal, fee, receita mensal, receita recorrente, receita
    recorrente mensal, valor mes, valor por mes, monthly value, monthly fee, monthly price, monthly
    revenue, monthly recurring revenue, monthly amount, mensal, initial mrr, parcela mensal, monthly
    charges, retainer, monthly, honorario, honorario mensal, honorarios contabeis, fee mensal contratado,
    ticket mensal, valor da mensalidade, valor do fee, valor recorrente
  `,
  annual: `
    arr, valor anual, anuidade, receita anual, annual value, annual contract value, acv, annual
    recurring revenue, annual revenue, valor ano, valor por ano, yearly value, yearly fee, annual fee,
    annual price, anual, yearly
  `,
  oneOff: `
    valor do projeto, valor total do projeto, preco do projeto, project value, project fee, one off, one time fee,
    valor unico, taxa de implantacao, valor da implantacao, setup, taxa de setup, setup fee, adesao, taxa de adesao
  `,
  seats: `
    licenca, licenca contratada, assento, assento contratado, usuario contratado, qtd licenca, numero
    licenca, quantidade de licencas, seat, license, licence, purchased seats, contracted seats, seats
    purchased, total seats, vaga contratada, quantity, users contracted, licensed users, posicoes
    contratadas, bought seats, paid seats, contracted users
  `,
  activeUsers: `
    usuario ativo, ativo no mes, usuarios ativos mes, active user, active seats, mau, monthly active
    users, licenca em uso, licencas usadas, usuarios em uso, em uso, seats used, used seats, usuarios
    usando, logins ativos, assentos usados, users active, licenca ativa, usuarios com acesso
  `,
  nps: `
    nps, nota, nota nps, nps score, nps nota, ultimo nps, last nps, score nps, nota de nps,
    recomendacao, net promoter score
  `,
  npsDate: `
    data nps, data do nps, dt nps, nps date, nps em, data pesquisa, data da resposta, survey date,
    respondido em, data ultima pesquisa, nps answered on, nps received, data da nota, dt nota
  `,
  npsComment: `
    comentario, comentario nps, comment, feedback, verbatim, nps comment, verbatim comment, resposta
    aberta, justificativa, comentario do cliente, customer comment, survey comment
  `,
  lastMeeting: `
    ultima reuniao, ult reuniao, ultimo contato, ultima conversa, data ultima reuniao, ultima interacao,
    ult cont, last meeting, last contact, last contacted, last call, last touch, last touchpoint, last
    conversation, ultima visita, ultimo encontro, last qbr, ultimo qbr, last activity, last interaction
  `,
  openTickets: `
    chamado aberto, ticket aberto, open ticket, chamado, tickets, ticket em aberto, chamado em aberto,
    support tickets, qtd chamados, open cases, casos abertos, open issues, pendencia aberta,
    atendimentos abertos
  `,
  criticalTickets: `
    chamado critico, ticket critico, critical ticket, p1 aberto, open p1, chamado critico aberto,
    critical open tickets, critical cases, urgent tickets, chamados urgentes, p1, critico, ticket aberto
    critico, chamado aberto critico, tickets em aberto criticos, chamados em aberto criticos
  `,
  overdueDays: `
    dias em atraso, dias atraso, atraso, days overdue, atraso dias, overdue days, days past due, inadimplencia
    dias
  `,
  overdueAmount: `
    valor em atraso, valor atraso, overdue amount, inadimplencia, valor vencido, em aberto valor, past
    due amount, amount overdue, debito, em atraso, total em atraso
  `,
  owner: `
    responsavel, responsavel cs, resp, csm, cs, gerente, gerente de conta, gerente da conta, owner,
    account owner, account manager, customer success manager, csm name, consultor, analista, executivo,
    executivo de conta, dono, dono da conta, atendimento, gestor, key account manager, responsible, cs
    owner, assigned to, quem cuida
  `,
  notes: `
    observacao, obs, nota, anotacao, notes, note, remark, remarks, anotacoes cs, historico, comentarios
    internos, internal notes, resumo da reuniao, ata, ata da reuniao, meeting notes, o que foi discutido, resumo, summary, csm notes, informacoes adicionais, pendencia, detalhes
  `,
  domain: 'dominio, site, website, domain, url, web, pagina, homepage, company domain',
  email: `
    email, e mail, email contato, contact email, correio eletronico, mail, email address, email do
    contato, email do cliente, email principal
  `,
  contactName: `
    contato, nome do contato, contact, contact name, contato principal, pessoa de contato, decisor,
    ponto focal, sponsor, first name, firstname, primeiro nome, full name, nome completo, main contact, primary contact, nome, name
  `,
  phone: 'telefone, celular, phone, whatsapp, fone, tel, mobile, phone number, telefone contato',
  industry: `
    setor, industria, industry, ramo, ramo de atividade, vertical, atividade, sector, area de atuacao,
    mercado, nicho, segmento, segmento de mercado, segmento de atuacao
  `,
  size: `
    tamanho, tamanho da empresa, company size, funcionarios, numero de funcionarios, employees,
    headcount, colaboradores, employee count
  `,
  group: 'grupo, grupo economico, holding, parent, parent company, matriz, group',
  channel: `
    canal, origem, canal de aquisicao, channel, source, lead source, acquisition channel, como chegou,
    fonte
  `,
  tags: 'tag, etiqueta, marcador, label, palavra chave, marcacao',
  product: `
    produto, servico, plano, product, plan, service, product name, pacote, solucao, modulo, subscription
    plan, servico contratado, produto contratado, package, plan tier, tier, product id, plan id, price id, sku, item, projeto, project, escopo, escopo
    contratado, plano contratado
  `,
  contractId: `
    contrato, numero do contrato, numero contrato, n contrato, id contrato, contract, contract id,
    contract number, subscription id, subscription, cod contrato, codigo do contrato, assinatura id, id assinatura
  `,
});
