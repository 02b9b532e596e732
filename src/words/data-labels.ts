// Names of what the Dados page counts: tables of sheets, reasons why a cell could not be read, keys that match.
import { numberText, percentText, type Locale } from './format.ts';

type Names = Readonly<Record<string, readonly [pt: string, en: string]>>;
const pick = (names: Names, key: string, locale: Locale): string | null =>
  names[key]?.[locale === 'en' ? 1 : 0] ?? null;

const tables: Names = {
  accounts: ['clientes', 'customers'],
  contacts: ['contatos', 'contacts'],
  subscriptions: ['contratos', 'contracts'],
  usage: ['uso por período', 'usage by period'],
  events: ['eventos de uso', 'usage events'],
  tickets: ['chamados', 'tickets'],
  answers: ['respostas de pesquisa', 'survey answers'],
  invoices: ['faturas', 'invoices'],
  meetings: ['reuniões', 'meetings'],
  messages: ['mensagens', 'messages'],
  churn: ['saídas de clientes', 'customers who left'],
  movements: ['movimentos de MRR', 'MRR movements'],
};

/** What a table of a sheet holds; null for one nobody could tell. */
export const tableLabel = (table: string, locale: Locale): string | null => pick(tables, table, locale);

const reasons: Names = {
  date_unreadable: ['não é uma data', 'not a date'],
  date_impossible: ['data que não existe', 'no such date'],
  date_ambiguous: ['dia/mês ou mês/dia', 'day/month or month/day'],
  date_future: ['data que ainda não chegou', 'date still to come'],
  date_missing: ['falta a data', 'no date'],
  money_unreadable: ['não é um valor em dinheiro', 'not an amount'],
  money_ambiguous: ['milhar ou decimal', 'thousands or decimals'],
  money_missing: ['falta o valor', 'no amount'],
  money_negative: ['valor negativo', 'negative amount'],
  number_unreadable: ['não é um número', 'not a number'],
  number_ambiguous: ['milhar ou decimal', 'thousands or decimals'],
  count_unreadable: ['não é uma quantidade inteira', 'not a whole number'],
  score_out_of_range: ['nota fora de 0 a 10', 'score outside 0 to 10'],
  percent_unreadable: ['não é uma porcentagem', 'not a percentage'],
  tax_id_check_digits: ['dígito do CNPJ não confere', 'check digit of the CNPJ is wrong'],
  tax_id_unreadable: ['não é um CNPJ', 'not a CNPJ'],
  tax_id_personal: ['CPF de uma pessoa, não gravado', 'tax id of a person, not kept'],
  email_unreadable: ['não é um endereço válido', 'not a valid address'],
  option_unknown: ['valor que o Perene não conhece', 'value Perene does not know'],
  text_too_long: ['texto longo demais', 'text too long'],
  formula_error: ['fórmula com erro na planilha', 'formula error in the sheet'],
  custom_type: ['tipo diferente do declarado', 'type other than declared'],
  key_missing: ['falta nome, CNPJ ou código', 'no name, CNPJ or code'],
  key_ambiguous: ['nome de dois clientes diferentes', 'name of two different customers'],
  key_twice: ['cliente repetido com outro conteúdo', 'customer twice with other content'],
  record_twice: ['registro repetido com outro conteúdo', 'record twice with other content'],
  other_contract: ['lido como mais um contrato', 'read as one more contract'],
  end_before_start: ['fim antes do início', 'end before the start'],
  end_day_unknown: ['saída sem data', 'end without a date'],
  end_passed: ['vencimento passado de cliente ativo', 'past end of an active customer'],
  term_passed: ['prazo já passado', 'term already over'],
  month_missing: ['falta o mês', 'no month'],
  no_customer_yet: ['ainda não é cliente', 'no customer yet'],
  period_open: ['período que ainda não acabou', 'period not over yet'],
  nothing_measured: ['nenhum número para gravar', 'no number to record'],
  chat_notice: ['avisos do WhatsApp', 'notices of WhatsApp'],
  chat_line_unread: ['linhas antes da primeira mensagem', 'lines before the first message'],
  chat_line_cut: ['linha cortada no fim do arquivo', 'line cut off at the end of the file'],
  chat_customer_unknown: ['conversa sem cliente conhecido', 'conversation with no known customer'],
  sender_unknown: ['remetente sem lado', 'sender of no known side'],
  sender_left_out: ['remetente deixado de fora', 'sender left out'],
  not_held: ['reunião que não aconteceu', 'meeting that was not held'],
  invoice_void: ['fatura cancelada', 'invoice cancelled'],
  paid_day_unknown: ['paga sem a data do pagamento', 'paid without the day'],
  closed_day_unknown: ['fechado sem a data', 'closed without the day'],
  quote_not_closed: ['aspas que não fecham', 'quote not closed'],
  line_too_long: ['linha longa demais', 'line too long'],
  nul_bytes: ['caracteres inválidos retirados', 'invalid characters taken out'],
  formula_without_value: ['fórmula salva sem resultado', 'formula saved without its result'],
  bad_encoding: ['letras que não puderam ser lidas', 'letters that cannot be read'],
  cells_missing: ['linha mais curta que o cabeçalho', 'row shorter than the header'],
  cells_too_many: ['valores depois da última coluna', 'values past the last column'],
  row_shifted: ['valores fora das suas colunas', 'values outside their columns'],
  fact_invalid: ['valor que não pode ser gravado', 'value that cannot be recorded'],
};

/** Why a cell or a row was left out, in a few words. */
export const refusalLabel = (code: string, locale: Locale): string =>
  pick(reasons, code, locale) ?? code.replaceAll('_', ' ');

const keys: Names = {
  id: ['mesmo código', 'same code'],
  'external-id': ['mesmo código na fonte', 'same id at the source'],
  cnpj: ['mesmo CNPJ', 'same CNPJ'],
  domain: ['mesmo domínio de e-mail ou site', 'same domain of e-mail or site'],
  name: ['mesmo nome, letra por letra', 'same name, letter by letter'],
};

/** Why an outside key found its account by itself. */
export const matchLabel = (by: string, locale: Locale): string =>
  pick(keys, by, locale) ?? by.replaceAll('-', ' ');

/** Why two accounts may be one customer. */
export function suggestionText(
  reason:
    | { readonly code: 'name'; readonly similarity: number }
    | { readonly code: 'domain'; readonly domain: string },
  locale: Locale,
): string {
  if (reason.code === 'domain')
    return locale === 'en' ? `both write from ${reason.domain}` : `os dois usam ${reason.domain}`;
  if (reason.similarity === 1)
    return locale === 'en' ? 'same name but for the legal form' : 'mesmo nome, muda só a forma jurídica';
  const share = percentText(reason.similarity, locale, 0);
  return locale === 'en' ? `names ${share} alike` : `nomes ${share} parecidos`;
}

const joinReasons: Names = {
  person: ['decisão de uma pessoa', 'a person decided'],
  unmerge: ['separados', 'parted'],
};

/** Why a join was made: what the person wrote, or that a person made it. */
export const joinReason = (reason: string, locale: Locale): string =>
  pick(joinReasons, reason, locale) ?? reason;

/** `3 clientes`, `1 customer`. */
export function customersText(n: number, locale: Locale): string {
  const number = numberText(n, locale, 0);
  if (locale === 'en') return `${number} ${n === 1 ? 'customer' : 'customers'}`;
  return `${number} ${n === 1 ? 'cliente' : 'clientes'}`;
}
