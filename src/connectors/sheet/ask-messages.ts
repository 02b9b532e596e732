// What only a person can settle about a column, as a question with its answers for the mapping file.
import type { Ask } from './infer.ts';
import { type Both, pick, type SheetLocale } from './messages.ts';

export function askMessage(ask: Ask, locale: SheetLocale): string {
  const at = ask.column === null ? '' : `"${ask.column}"`;
  const write = (field: string): string => `${at}: ${field}`;
  const first = ask.options[0] ?? '';
  const both = (): Both => {
    switch (ask.code) {
      case 'which_end':
        return [
          `A coluna ${at} é o fim previsto ou a saída que aconteceu? Diga no --map: ${write('plannedEnd')} ou ${write('actualEnd')}.`,
          `Is the column ${at} the planned end, or the day it really ended? Say so in --map: ${write('plannedEnd')} or ${write('actualEnd')}.`,
        ];
      case 'which_period':
        return [
          `O valor em ${at} é por mês, por ano ou de uma vez só (projeto)? Diga no --map: ${write('monthly')}, ${write('annual')} ou ${write('oneOff')}.`,
          `Is the amount in ${at} per month, per year or paid once (a project)? Say so in --map: ${write('monthly')}, ${write('annual')} or ${write('oneOff')}.`,
        ];
      case 'date_order':
        return [
          `Em ${at}, 03/04 é 3 de abril ou 4 de março? Nenhum dia passa de 12. Diga no --map: { date: dd/mm/yyyy } ou { date: mm/dd/yyyy }.`,
          `In ${at}, is 03/04 the 3rd of April or the 4th of March? No day is above 12. Say so in --map: { date: dd/mm/yyyy } or { date: mm/dd/yyyy }.`,
        ];
      case 'decimal_mark':
        return [
          `Em ${at}, o decimal é vírgula ou ponto? Diga no --map: { decimal: ',' } ou { decimal: '.' }.`,
          `In ${at}, is the decimal mark a comma or a point? Say so in --map: { decimal: ',' } or { decimal: '.' }.`,
        ];
      case 'two_columns':
        return [
          `Duas colunas têm o título ${at} e conteúdos diferentes. Mude um dos títulos ou diga no --map qual vale.`,
          `Two columns have the title ${at} and different contents. Change one of the titles, or say in --map which one holds.`,
        ];
      case 'confirm_content':
        return [
          `A coluna ${at} não tem título que eu conheça; pelo conteúdo parece ${first}. Confirme no --map: ${write(first)} ou ${write('ignore')}.`,
          `The column ${at} has no title that I know; by its content it looks like ${first}. Confirm in --map: ${write(first)} or ${write('ignore')}.`,
        ];
      default:
        return ofTable(ask.code, at);
    }
  };
  return pick(both(), locale);
}

type TableAsk = Exclude<
  Ask['code'],
  'which_end' | 'which_period' | 'date_order' | 'decimal_mark' | 'two_columns' | 'confirm_content'
>;

/** Questions about a table as a whole. */
function ofTable(code: TableAsk, at: string): Both {
  switch (code) {
    case 'which_grain':
      return [
        `Cada linha de ${at} é um dia, uma semana ou um mês? Diga no --map: grain: day, grain: week ou grain: month.`,
        `Is each row of ${at} a day, a week or a month? Say so in --map: grain: day, grain: week or grain: month.`,
      ];
    case 'which_unit':
      return [
        `Os valores de ${at} são inteiros, como sistemas de cobrança exportam centavos. Diga no --map: amounts: cents (centavos) ou amounts: units.`,
        `The amounts of ${at} are whole numbers, as billing systems export cents. Say so in --map: amounts: cents or amounts: units.`,
      ];
    case 'which_instrument':
      return [
        `As notas de ${at} são de NPS, CSAT ou CES? Diga no --map: constants: { instrument: nps } (ou csat, ou ces).`,
        `Are the scores of ${at} NPS, CSAT or CES? Say so in --map: constants: { instrument: nps } (or csat, or ces).`,
      ];
    case 'which_side':
      return [
        `${at} é do seu time ou do cliente? Diga no --map: senders: { ${at}: ours } (do seu time), theirs (do cliente) ou other (nenhum dos dois).`,
        `Is ${at} of your team or of the customer? Say so in --map: senders: { ${at}: ours } (your team), theirs (the customer) or other (neither).`,
      ];
    case 'which_table':
      return [
        'Não dá para saber que tabela é esta: há códigos, mas nada que descreva um cliente, um uso ou um registro. Diga no --map: table, ou deixe este arquivo fora.',
        'There is no telling which table this is: it has codes, but nothing that describes a customer, a use or a record. Say so in --map: table, or leave this file out.',
      ];
    case 'months_across':
      return [
        `Os títulos a partir de ${at} são meses. Ponha um mês por linha (cliente, mês, valor) e importe outra vez, ou diga no --map: ignore para essas colunas.`,
        `The titles from ${at} on are months. Put one month in each row (customer, month, value) and import it again, or say ignore for those columns in --map.`,
      ];
    case 'other_file_key':
      return [
        `Este arquivo só diz o cliente por ${at}, que é um código de outro arquivo. Acrescente uma coluna com o código, o CNPJ ou o nome do cliente (junte os dois arquivos) e importe outra vez.`,
        `This file tells the customer only by ${at}, which is a code of another file. Add a column with the code, the CNPJ or the name of the customer (join the two files) and import it again.`,
      ];
    case 'no_key':
      return [
        'Nenhuma coluna tem o nome, o CNPJ ou o código do cliente. Diga no --map qual é.',
        'No column holds the name, the CNPJ or the code of the customer. Say in --map which one does.',
      ];
  }
}
