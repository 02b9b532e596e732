// Words for suggested events over a real base: a sheet with notes, what they suggest, an answer, a word of the firm's
// own that makes known notes be read again, and the question it raises on the customer's page.
import { after, before, test } from 'node:test';
import { sample, sheetBytes } from '#actions/testing-sheet.ts';
import { type Browsing, startBrowsing } from './browsing.ts';

const rows = sample(6, 'words').rows.map((row, i) => ({
  ...row,
  Comentário: '',
  Observações: i === 0 ? 'Houve corte de orçamento. Vão abrir o galpão novo em maio.' : 'Tudo certo',
}));
const customer = rows[0]!.Cliente;
let browsing: Browsing;

before(async () => {
  browsing = await startBrowsing(Date.parse('2026-04-15T15:00:00Z'));
});
after(async () => await browsing?.close());

test('what a note suggests is said, answered, and found anew with a word of the firm', async () => {
  await browsing.walk('/', async (page, look) => {
    await page.waitForURL('**/minha-empresa/base');
    await page.locator('input[type=file]').setInputFiles({
      name: 'clientes.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(sheetBytes(rows)),
    });
    await page.getByRole('heading', { name: 'As observações sugerem' }).waitFor();
    await page.getByText('1 linha: “corte de orcamento”').waitFor();
    await look();
    await page.getByRole('button', { name: 'Conferir 6 clientes' }).click();
    await page.getByRole('button', { name: 'Gravar 6 clientes' }).click();
    await page.getByRole('heading', { name: 'O que entrou' }).waitFor();
    await page.getByRole('link', { name: 'Ver e mudar as palavras' }).click();
    await page.waitForURL('**/dados/palavras');
    await look();

    await page.getByRole('textbox', { name: 'Palavra ou expressão' }).fill('galpão novo');
    await page.getByText('Hoje isto aparece em 1 observação de 1 cliente.').waitFor();
    await page.getByRole('combobox', { name: 'O que ela sugere' }).selectOption('growth');
    await look();
    await page.getByRole('button', { name: 'Salvar' }).click();
    await page.getByText('“galpão novo” agora sugere: Crescimento.').waitFor();
    await page.getByText(/Última releitura: 6 observações, 1 pergunta nova/).waitFor();
    await look();

    await page.goto(new URL('/minha-empresa/base', page.url()).href);
    await page.getByRole('link', { name: customer, exact: true }).click();
    await page.getByRole('heading', { name: 'Aconteceu? Observações sugerem 2 coisas' }).waitFor();
    await look();
    await page.getByRole('button', { name: 'Não aconteceu: Corte de orçamento' }).click();
    await page.getByText('Corte de orçamento: não aconteceu.').waitFor();
    await page.getByRole('button', { name: 'Sim, aconteceu: Crescimento' }).click();
    await page.getByText('Crescimento: anotado como acontecido no dia da observação.').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'O que aconteceu' }).waitFor();
    await page.getByRole('heading', { name: /^Aconteceu\?/ }).waitFor({ state: 'detached' });
  });
});
