// What each fact says, in both languages, as templates. Filling them is `timeline.ts`'s business.

/** Sentence templates by fact type: `{field}` is the field as people read it; a part in `[…]` goes when it is missing. */
export const storySentences: Readonly<Record<string, readonly [pt: string, en: string]>> = {
  'account-described': [
    'Cadastro atualizado[: {name}][, segmento {segment}]',
    'Record updated[: {name}][, segment {segment}]',
  ],
  'team-assigned': [
    '{member} passou a cuidar da conta ({teamRole})',
    '{member} now serves the account ({teamRole})',
  ],
  'team-released': [
    '{member} deixou a conta ({teamRole})',
    '{member} no longer serves the account ({teamRole})',
  ],
  'contact-joined': ['Contato cadastrado[: {contactRole}]', 'Contact recorded[: {contactRole}]'],
  'contact-changed': [
    'Contato confirmado ou alterado[: {contactRole}]',
    'Contact confirmed or changed[: {contactRole}]',
  ],
  'contact-left': ['Saiu da empresa[: {contact}]', 'Left the company[: {contact}]'],
  'contract-signed': [
    'Contrato assinado[: {lines}][, até {plannedEnd}]',
    'Contract signed[: {lines}][, until {plannedEnd}]',
  ],
  'contract-amended': ['Contrato alterado[: {lines}]', 'Contract amended[: {lines}]'],
  'contract-renewed': ['Contrato renovado[ até {plannedEnd}]', 'Contract renewed[ until {plannedEnd}]'],
  'contract-paused': ['Contrato pausado', 'Contract paused'],
  'contract-resumed': ['Contrato retomado', 'Contract resumed'],
  'notice-given': [
    'Cliente deu aviso: sai em {endsOn}[. Motivo: {reason}]',
    'Notice given: leaves on {endsOn}[. Reason: {reason}]',
  ],
  'contract-ended': ['Contrato encerrado[: {reason}]', 'Contract ended[: {reason}]'],
  'renewal-step-done': ['Renovação: {step}[, previsão {category}]', 'Renewal: {step}[, forecast {category}]'],
  'adjustment-changed': [
    'Reajuste[ pelo {index}]: {state}[, {rate}]',
    'Index adjustment[ by {index}]: {state}[, {rate}]',
  ],
  'downgrade-asked': ['Pediu redução de contrato', 'Asked to reduce the contract'],
  'invoice-issued': [
    'Fatura {invoice} de {netCents}, vence em {dueOn}',
    'Invoice {invoice} of {netCents}, due {dueOn}',
  ],
  'invoice-paid': ['Pagou {cents} da fatura {invoice}', 'Paid {cents} of invoice {invoice}'],
  'charge-failed': ['A cobrança não passou[ (fatura {invoice})]', 'The charge failed[ (invoice {invoice})]'],
  'invoice-refunded': ['Devolução de {cents} da fatura {invoice}', 'Refund of {cents} of invoice {invoice}'],
  'invoice-renegotiated': [
    'Fatura {invoice} renegociada para {dueOn}',
    'Invoice {invoice} renegotiated to {dueOn}',
  ],
  'usage-period-reported': ['{metric}: {value} de {from} a {to}', '{metric}: {value} from {from} to {to}'],
  'consumption-reported': [
    '{what}[: usado {used}][, contratado {contracted}], de {from} a {to}',
    '{what}[: used {used}][, contracted {contracted}], {from} to {to}',
  ],
  'effort-spent': ['{hours} horas do nosso time', '{hours} hours of our team'],
  'state-observed': ['{observed}', '{observed}'],
  'ticket-opened': [
    'Chamado {ticket} aberto[, {severity}][: {subject}]',
    'Ticket {ticket} opened[, {severity}][: {subject}]',
  ],
  'ticket-answered': ['Chamado {ticket}: primeira resposta', 'Ticket {ticket}: first response'],
  'ticket-reopened': ['Chamado {ticket} reaberto', 'Ticket {ticket} reopened'],
  'ticket-closed': ['Chamado {ticket} fechado', 'Ticket {ticket} closed'],
  'meeting-held': [
    '{meeting}[: {attended} de {invited} presentes][, conversa {outcome}][. “{notes}”]',
    '{meeting}[: {attended} of {invited} attended][, {outcome} outcome][. “{notes}”]',
  ],
  'message-exchanged': [
    '{channel} {direction}[ ({contact})][: {subject}][. “{text}”]',
    '{channel} {direction}[ ({contact})][: {subject}][. “{text}”]',
  ],
  'call-held': [
    'Ligação {direction}[ ({contact})][, {minutes} min]',
    'Call {direction}[ ({contact})][, {minutes} min]',
  ],
  'content-engaged': ['{content}: {act}', '{content}: {act}'],
  'survey-answered': [
    '{instrument}: nota {score}[, {contact}][. “{comment}”]',
    '{instrument}: score {score}[, {contact}][. “{comment}”]',
  ],
  'pulse-taken': ['Pulso da equipe: {verdict}[. {reason}]', 'Team pulse: {verdict}[. {reason}]'],
  'note-written': ['{text}', '{text}'],
  'event-recorded': ['{event}[. {note}]', '{event}[. {note}]'],
  'event-suggested': [
    'Uma nota sugere “{event}” (“{keyword}”). Falta confirmar',
    'A note suggests “{event}” (“{keyword}”). To be confirmed',
  ],
  'event-closed': ['Encerrado: {event}', 'Closed: {event}'],
  'objection-raised': ['Objeção aberta[: {reason}]', 'Objection raised[: {reason}]'],
  'objection-solved': ['Objeção resolvida', 'Objection solved'],
  'advocacy-acted': ['{act}: {step}', '{act}: {step}'],
  'delivery-planned': [
    'Entrega combinada: {delivery}[, até {dueOn}]',
    'Delivery agreed: {delivery}[, by {dueOn}]',
  ],
  'delivery-done': ['Entregue: {delivery}', 'Delivered: {delivery}'],
  'milestone-planned': [
    'Marco combinado: {milestone}[, até {dueOn}]',
    'Milestone agreed: {milestone}[, by {dueOn}]',
  ],
  'milestone-delivered': [
    'Marco entregue: {milestone}[. Prova: {proofText}]',
    'Milestone delivered: {milestone}[. Proof: {proofText}]',
  ],
  'milestone-confirmed': [
    'Cliente confirmou o marco “{milestone}”',
    'Customer confirmed milestone “{milestone}”',
  ],
  'goal-set': [
    'Meta combinada: {metric} em {target}[, até {dueOn}]',
    'Goal agreed: {metric} at {target}[, by {dueOn}]',
  ],
  'goal-measured': ['Meta “{goal}”: está em {current}', 'Goal “{goal}”: now at {current}'],
  'value-shown': [
    'Resultado mostrado ao cliente[, retorno de {roi}]',
    'Result shown to the customer[, a return of {roi}]',
  ],
  'promise-made': ['Prometemos[: {what}][, até {dueOn}]', 'We promised[: {what}][, by {dueOn}]'],
  'promise-kept': ['Promessa cumprida', 'Promise kept'],
  'offer-proposed': ['Oferta proposta: {offer}[, {cents}]', 'Offer proposed: {offer}[, {cents}]'],
  'offer-viewed': ['Cliente viu a oferta “{offer}”', 'Customer viewed offer “{offer}”'],
  'offer-accepted': ['Oferta aceita: {offer}', 'Offer accepted: {offer}'],
  'offer-refused': [
    'Oferta recusada: {offer}[. Motivo: {reason}]',
    'Offer refused: {offer}[. Reason: {reason}]',
  ],
  'question-answered': ['{question} {answer}', '{question} {answer}'],
  'stage-placed': [
    '{track}: em {stage} por estimativa, falta confirmar',
    '{track}: in {stage} by estimate, to be confirmed',
  ],
  'stage-suggested': ['{track}: sugestão de passar a {stage}', '{track}: suggested move to {stage}'],
  'stage-confirmed': ['{track}: passou a {stage}', '{track}: moved to {stage}'],
  'stage-returned': [
    '{track}: voltou a {stage}[. Motivo: {trigger}]',
    '{track}: went back to {stage}[. Reason: {trigger}]',
  ],
  'stage-rejected': [
    '{track}: não passou a {stage}[. Motivo: {reason}]',
    '{track}: did not move to {stage}[. Reason: {reason}]',
  ],
  'track-closed': [
    '{track}: frente encerrada[. Motivo: {reason}]',
    '{track}: track closed[. Reason: {reason}]',
  ],
  'run-started': ['Playbook iniciado: {playbook}', 'Playbook started: {playbook}'],
  'run-step-done': [
    'Passo feito: {runStep}[. Causa: {rootCause}]',
    'Step done: {runStep}[. Cause: {rootCause}]',
  ],
  'run-ended': ['Playbook encerrado', 'Playbook ended'],
  'task-opened': [
    'Tarefa aberta[: {action}][ para {owner}][, até {dueOn}][. {what}]',
    'Task opened[: {action}][ for {owner}][, by {dueOn}][. {what}]',
  ],
  'task-done': ['Tarefa encerrada[: {outcome}][. {note}]', 'Task closed[: {outcome}][. {note}]'],
  'signal-muted': [
    'Sinal silenciado até {until}: {signal}[. Motivo: {reason}]',
    'Signal muted until {until}: {signal}[. Reason: {reason}]',
  ],
  'decision-overridden': [
    'Escolha de pessoa: {offer}[, peso {lever}][, até {until}][. Motivo: {reason}]',
    'A person’s choice: {offer}[, lever {lever}][, until {until}][. Reason: {reason}]',
  ],
  'source-covered': ['Fonte cobre {covers} de {from} a {to}', 'Source covers {covers} from {from} to {to}'],
};
