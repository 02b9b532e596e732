// The words of what a draft asks about customers: what happened to one that is gone, whether two names are one company.
import { dayText, percentText, type Locale } from './format.ts';

type Both = readonly [pt: string, en: string];
const pick = ([pt, en]: Both, locale: Locale): string => (locale === 'en' ? en : pt);

type Gone = {
  readonly kind: 'gone';
  readonly name: string;
  /** The last sheet it stood in; `today` is that sheet's day. */
  readonly last: { readonly file: string; readonly today: number } | null;
};
type Alike = {
  readonly kind: 'look_alike';
  readonly name: string;
  readonly other: string;
  /** 0 to 1. */
  readonly similarity: number;
  readonly taxId: 'other' | 'same_root' | 'nothing';
};

function option(key: string, label: Both, note: Both, needs: 'day' | 'account' | null, locale: Locale) {
  return { key, label: pick(label, locale), note: pick(note, locale), needs };
}

function goneTexts({ name, last }: Gone, locale: Locale) {
  const why: Both = last
    ? [
        `Estava em ${last.file}, de ${dayText(last.today, 'pt-BR')}, e não está nesta planilha.`,
        `It stood in ${last.file} of ${dayText(last.today, 'en')} and is not in this sheet.`,
      ]
    : [
        'Estava em uma planilha anterior e não está nesta.',
        'It stood in an earlier sheet and is not in this one.',
      ];
  return {
    text: pick(
      [`${name} sumiu da planilha. O que houve?`, `${name} is gone from the sheet. What happened?`],
      locale,
    ),
    why: pick(why, locale),
    options: [
      option(
        'ended',
        ['Terminou em', 'It ended on'],
        ['Conta como saída nesse dia.', 'It counts as having left on that day.'],
        'day',
        locale,
      ),
      option(
        'kept',
        ['Continua cliente', 'It is still a customer'],
        ['Nada muda; não perguntamos de novo.', 'Nothing changes; it is not asked again.'],
        null,
        locale,
      ),
      option(
        'merged',
        ['É outro nome de', 'It is another name of'],
        ['Junta as duas histórias.', 'Joins the two histories.'],
        'account',
        locale,
      ),
    ],
  };
}

const taxIdWords: Readonly<Record<Alike['taxId'], Both>> = {
  other: ['Os CNPJs são de empresas diferentes.', 'Their CNPJs are of different companies.'],
  same_root: [
    'Os CNPJs têm a mesma raiz: matriz e filial, talvez.',
    'Their CNPJs share the root: a company and its branch, perhaps.',
  ],
  nothing: ['Não há CNPJ nos dois para tirar a dúvida.', 'They do not both have a CNPJ to tell.'],
};

function alikeTexts({ name, other, similarity, taxId }: Alike, locale: Locale) {
  const alike = percentText(similarity, locale);
  return {
    text: pick([`“${other}” é o cliente ${name}?`, `Is “${other}” the customer ${name}?`], locale),
    why: `${pick([`Os nomes são ${alike} iguais.`, `The names are ${alike} alike.`], locale)} ${pick(taxIdWords[taxId], locale)}`,
    options: [
      option(
        'same',
        ['É a mesma empresa', 'It is the same company'],
        ['A linha vai para o cliente que já existe.', 'The row goes to the customer that is there.'],
        null,
        locale,
      ),
      option(
        'another',
        ['É outra empresa', 'It is another company'],
        ['Entra como cliente novo.', 'It comes in as a new customer.'],
        null,
        locale,
      ),
    ],
  };
}

/** A question about a customer: what it is, why it is asked, and the answers there are. */
export function questionTexts(question: Gone | Alike, locale: Locale) {
  return question.kind === 'gone' ? goneTexts(question, locale) : alikeTexts(question, locale);
}
