// A customer sheet as a Brazilian firm keeps it, made up: semicolons, Windows-1252, dates by day first, money with R$.
import { formatDay, type Day } from '#base/day.ts';
import { randomFrom } from '#base/random.ts';

const head =
  'Cliente;CNPJ;Segmento;Início do contrato;Vencimento;Valor mensal (R$);Licenças contratadas;Usuários ativos;NPS;Data do NPS;Comentário;Última reunião;Chamados abertos;Responsável (CS);Observações';
const comments = ['Atendimento excelente', 'Demora para responder', 'O novo relatório ajudou muito', ''];
const people = ['Ana Lima', 'Bruno Sá', 'Carla Dias', 'Davi Melo'];

/** The check digits of a CNPJ of twelve digits. */
function checked(twelve: string): string {
  let digits = twelve;
  for (let round = 0; round < 2; round++) {
    let sum = 0;
    for (let i = 0; i < digits.length; i++) sum += Number(digits[digits.length - 1 - i]) * (2 + (i % 8));
    digits += String(sum % 11 < 2 ? 0 : 11 - (sum % 11));
  }
  return `${digits.slice(0, 2)}.${digits.slice(2, 5)}.${digits.slice(5, 8)}/${digits.slice(8, 12)}-${digits.slice(12)}`;
}

/** The sheet of `rows` customers as of a day. */
export function sheetOf(rows: number, today: Day): Uint8Array {
  const random = randomFrom(rows);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const written = (day: Day): string => formatDay(day).split('-').reverse().join('/');
  const lines = [head];
  for (let i = 0; i < rows; i++) {
    const start = today - 60 - Math.floor(random() * 900);
    const end = today + Math.floor(random() * 330);
    const seats = 2 + Math.floor(random() * 60);
    const money = `R$ ${(seats * 380).toLocaleString('pt-BR')},00`;
    const survey = random() < 0.7;
    lines.push(
      [
        `Cliente ${i} ${pick(['Ltda', 'S.A.', 'ME'])}`,
        checked(String(100_000_000_000 + i * 7919).slice(0, 12)),
        pick(['PME', 'Mid-Market', 'Enterprise']),
        written(start),
        written(end),
        money,
        seats,
        Math.floor(seats * random()),
        survey ? Math.floor(random() * 11) : '',
        survey ? written(today - Math.floor(random() * 60)) : '',
        survey ? pick(comments) : '',
        random() < 0.8 ? written(today - Math.floor(random() * 90)) : '',
        Math.floor(random() * 5),
        pick(people),
        '',
      ].join(';'),
    );
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1');
}
