// Codes of rows and cells → sentences, in Portuguese and English. Codes are stable; the sentences are not.
import { type Both, pick, type SheetLocale } from './messages.ts';
import type { RowProblem } from './read-row.ts';

const rowMessages: Readonly<Record<RowProblem['code'], Both>> = {
  date_unreadable: ['Não é uma data. A célula fica vazia.', 'This is not a date. The cell is left empty.'],
  date_impossible: [
    'Esta data não existe. A célula fica vazia.',
    'There is no such date. The cell is left empty.',
  ],
  date_ambiguous: [
    'Pode ser dia/mês ou mês/dia, e a coluna não decide. A célula fica vazia.',
    'It may be day/month or month/day, and the column does not decide. The cell is left empty.',
  ],
  date_future: [
    'Esta data ainda não chegou. A célula fica vazia.',
    'This date has not come yet. The cell is left empty.',
  ],
  date_missing: ['Falta a data. A linha fica fora.', 'The date is missing. The row is left out.'],
  money_unreadable: [
    'Não é um valor em dinheiro. A linha fica fora.',
    'This is not an amount of money. The row is left out.',
  ],
  money_ambiguous: [
    "Pode ser milhar ou decimal, e a coluna não decide; diga no --map: { decimal: ',' } ou { decimal: '.' }. A linha fica fora.",
    "It may be thousands or decimals, and the column does not decide; say so in --map: { decimal: ',' } or { decimal: '.' }. The row is left out.",
  ],
  money_negative: ['O valor é negativo. A linha fica fora.', 'The amount is negative. The row is left out.'],
  number_unreadable: [
    'Não é um número. A célula fica vazia.',
    'This is not a number. The cell is left empty.',
  ],
  number_ambiguous: [
    'Pode ser milhar ou decimal, e a coluna não decide. A célula fica vazia.',
    'It may be thousands or decimals, and the column does not decide. The cell is left empty.',
  ],
  count_unreadable: [
    'Não é uma quantidade inteira. A célula fica vazia.',
    'This is not a whole quantity. The cell is left empty.',
  ],
  score_out_of_range: [
    'A nota não é um número inteiro de 0 a 10. A célula fica vazia.',
    'The score is not a whole number from 0 to 10. The cell is left empty.',
  ],
  percent_unreadable: [
    'Não é uma porcentagem. A célula fica vazia.',
    'This is not a percentage. The cell is left empty.',
  ],
  tax_id_check_digits: [
    'O dígito do CNPJ não confere. A célula fica vazia.',
    'The check digits of the CNPJ do not agree. The cell is left empty.',
  ],
  tax_id_unreadable: ['Não é um CNPJ. A célula fica vazia.', 'This is not a CNPJ. The cell is left empty.'],
  tax_id_personal: [
    'É o CPF de uma pessoa, um dado pessoal. Não é gravado.',
    'This is the CPF of a person, which is personal data. It is not recorded.',
  ],
  email_unreadable: [
    'Não é um endereço válido. A célula fica vazia.',
    'This is not a valid address. The cell is left empty.',
  ],
  option_unknown: [
    'Não conheço este valor para esta coluna. A célula fica vazia.',
    'This value is not known for this column. The cell is left empty.',
  ],
  text_too_long: [
    'O texto é longo demais para esta coluna. A célula fica vazia.',
    'The text is too long for this column. The cell is left empty.',
  ],
  formula_error: [
    'A fórmula da planilha deu erro. A célula fica vazia.',
    'The formula of the sheet failed. The cell is left empty.',
  ],
  custom_type: [
    'Este campo foi declarado com outro tipo de valor. A célula fica vazia.',
    'This field was declared with another type of value. The cell is left empty.',
  ],
  key_missing: [
    'Falta o nome, o CNPJ ou o código do cliente. A linha fica fora.',
    'The name, the CNPJ or the code of the customer is missing. The row is left out.',
  ],
  key_ambiguous: [
    'Dois clientes diferentes têm este nome; falta o CNPJ ou o código. A linha fica fora.',
    'Two different customers bear this name; the CNPJ or the code is missing. The row is left out.',
  ],
  key_twice: [
    'Este cliente já está em outra linha, com outro conteúdo. A linha fica fora; a primeira vale.',
    'This customer stands in another row already, with other content. The row is left out; the first one holds.',
  ],
  record_twice: [
    'Este registro já está em outra linha, com outro conteúdo. A linha fica fora; a primeira vale.',
    'This record stands in another row already, with other content. The row is left out; the first one holds.',
  ],
  other_contract: [
    'Este cliente já está em outra linha. Esta é lida como mais um contrato dele.',
    'This customer stands in another row already. This one is read as a further contract of it.',
  ],
  end_before_start: [
    'O fim vem antes do início. A data fica vazia.',
    'The end comes before the start. The date is left empty.',
  ],
  end_passed: [
    'O vencimento já passou e a situação diz que o cliente está ativo: é lido como em vigor, sem prazo. Confira o vencimento.',
    'The end has passed and the status says that the customer is active: it is read as in force, without an end. Check the end.',
  ],
  term_passed: [
    'O prazo contado desde o início já passou. O fim fica vazio; informe o vencimento.',
    'The term counted from the start has passed. The end is left empty; tell the end.',
  ],
  month_missing: [
    'Falta o mês em que isto foi contratado e usado. Não é lido; acrescente uma coluna com o mês.',
    'The month in which this was contracted and used is missing. It is not read; add a column with the month.',
  ],
  no_customer_yet: [
    'A situação diz que ainda não é cliente. A linha entra sem contrato e sem valor; tire-a da planilha se não for cliente.',
    'The status says that this is no customer yet. The row comes in without contract and amount; take it out of the sheet if it is none.',
  ],
  end_day_unknown: [
    'Já encerrou e não tem data de saída. Vale o dia ao lado; informe a data para acertar os meses passados.',
    'It has ended and no day is told. The day beside holds; tell the day to put the past months right.',
  ],
  quote_not_closed: [
    'Há aspas que abrem nesta linha e não fecham. A linha fica fora.',
    'Quotes open in this line and do not close. The row is left out.',
  ],
  line_too_long: [
    'A linha é longa demais para ser de uma planilha. Fica fora.',
    'The line is too long to be one of a sheet. It is left out.',
  ],
  nul_bytes: [
    'Havia caracteres inválidos (NUL). São retirados.',
    'There were invalid characters (NUL). They are taken out.',
  ],
  formula_without_value: [
    'Uma fórmula desta linha foi salva sem o resultado; a célula ficou vazia. Abra no Excel, salve e importe de novo.',
    'A formula in this row was saved without its result; the cell was left empty. Open it in Excel, save it and import again.',
  ],
  bad_encoding: [
    'Há letras que não puderam ser lidas. Salve o arquivo como UTF-8.',
    'Some letters could not be read. Save the file as UTF-8.',
  ],
  cells_missing: [
    'A linha acaba antes da última coluna. O que falta fica vazio.',
    'The line ends before the last column. What is missing is left empty.',
  ],
  cells_too_many: [
    'Há valores depois da última coluna. Não são lidos.',
    'There are values after the last column. They are not read.',
  ],
  row_shifted: [
    'Há mais valores que colunas, e eles não cabem nos seus lugares: falta aspas em algum texto. A linha fica fora.',
    'There are more values than columns, and they do not fit their places: quotes are missing around a text. The row is left out.',
  ],
  money_missing: ['Falta o valor. A linha fica fora.', 'The amount is missing. The row is left out.'],
  period_open: [
    'Este período ainda não terminou no dia do arquivo. A linha fica fora; importe de novo quando ele fechar.',
    'This period is not over on the day of the file. The row is left out; import it again once it is.',
  ],
  nothing_measured: [
    'Não há nenhum número de uso nesta linha. A linha fica fora.',
    'No number of usage stands in this row. The row is left out.',
  ],
  not_held: [
    'A reunião não aconteceu (cancelada, adiada ou sem comparecimento). A linha fica fora.',
    'The meeting was not held (cancelled, postponed or missed). The row is left out.',
  ],
  chat_notice: [
    'É um aviso do WhatsApp (criptografia, grupo, chamada), não uma mensagem. Ficou fora.',
    'This is a notice of WhatsApp (encryption, group, call), no message. It was left out.',
  ],
  chat_line_unread: [
    'Vem antes da primeira mensagem e não tem data nem remetente. Ficou fora.',
    'It stands before the first message and has neither date nor sender. It was left out.',
  ],
  chat_line_cut: [
    'O arquivo foi cortado no meio desta linha. Ela ficou fora; exporte a conversa outra vez para ter o resto.',
    'The file was cut off in the middle of this line. It was left out; export the conversation again to have the rest.',
  ],
  chat_customer_unknown: [
    'Não dá para saber de qual cliente é esta conversa. Escreva o cliente em uma das linhas (vale para todas), ou dê ao arquivo o nome "Conversa do WhatsApp com CLIENTE.txt" e importe outra vez. A linha ficou fora.',
    'There is no telling which customer this conversation is with. Write the customer in one of the rows (it counts for all), or name the file "WhatsApp Chat with CUSTOMER.txt" and import it again. The row was left out.',
  ],
  sender_unknown: [
    'Não dá para saber se quem escreveu é do seu time ou do cliente. A linha ficou fora.',
    'There is no telling whether the writer is of your team or of the customer. The row was left out.',
  ],
  sender_left_out: [
    'Quem escreveu não é do seu time nem do cliente, como você disse. A linha ficou fora.',
    'The writer is neither of your team nor of the customer, as you said. The row was left out.',
  ],
  invoice_void: [
    'A fatura foi cancelada ou é um rascunho. Não conta como devida nem como paga.',
    'The invoice was cancelled or is a draft. It counts neither as due nor as paid.',
  ],
  paid_day_unknown: [
    'Está paga e não tem data de pagamento. Vale o dia ao lado; informe a data para acertar a pontualidade.',
    'It is paid and no day is told. The day beside holds; tell the day to put punctuality right.',
  ],
  closed_day_unknown: [
    'Está fechado e não tem data de fechamento. Vale o dia do arquivo; informe a data para acertar o tempo de resposta.',
    'It is closed and no day is told. The day of the file holds; tell the day to put the time it took right.',
  ],
  fact_invalid: [
    'A linha tem um valor que não pode ser gravado. Fica fora.',
    'The row has a value that cannot be recorded. It is left out.',
  ],
};

/** Every code that a row or a cell may be named with. */
export const rowCodes: readonly string[] = Object.keys(rowMessages);

const cellEmpty: Both = ['A célula fica vazia.', 'The cell is left empty.'];
const rowOut: Both = ['A linha fica fora.', 'The row is left out.'];

/** Money that is no contract's (an overdue amount) empties its cell, it does not refuse the row. */
export function rowMessage(problem: RowProblem, refused: boolean, locale: SheetLocale): string {
  const base = pick(rowMessages[problem.code], locale);
  const [empty, out] = [pick(cellEmpty, locale), pick(rowOut, locale)];
  const text = refused ? base.replace(empty, out) : base.replace(out, empty);
  if (problem.other === undefined) return text;
  return pick([`${text} Veja a linha ${problem.other}.`, `${text} See row ${problem.other}.`], locale);
}
