// Walks through the words for suggested events and the answers to what they find, over the fixture.
import type { Page } from 'playwright-core';
import { soon } from './soon.ts';

type Walk = (name: string, path: string, steps: (page: Page) => Promise<void>) => Promise<void>;

export async function keywordWalks(walk: Walk, url: string): Promise<void> {
  await walk(
    'words: looked up before they are kept, changed, switched off, taken back, all back to the model',
    '/exemplo/dados',
    async (page) => {
      await page.getByRole('link', { name: 'Palavras das observações' }).click();
      await page.waitForURL('**/dados/palavras');
      await page.getByRole('heading', { name: /^157 palavras viram pergunta sobre 18/ }).waitFor();
      const word = page.getByRole('textbox', { name: 'Palavra ou expressão' });
      await word.fill('Time cresceu bastante');
      await page.getByText('Hoje isto aparece em 7 observações de 5 clientes.').waitFor();
      await soon(() => page.locator('.kw-look mark').innerText(), 'time cresceu bastante');
      await page.getByRole('button', { name: 'Salvar' }).click();
      await page.getByRole('alert').getByText('Escolha o que a palavra sugere.').waitFor();
      await page.getByRole('combobox', { name: 'O que ela sugere' }).selectOption('growth');
      await page.getByRole('combobox', { name: 'O que ela sugere' }).focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('“Time cresceu bastante” agora sugere: Crescimento.').waitFor();
      await page.getByText('Relendo as observações').waitFor();
      await page.getByText('Última releitura').waitFor();
      await soon(() => word.inputValue(), '');
      await page.getByRole('searchbox', { name: 'Filtrar palavras' }).fill('corte de verba');
      await page.getByRole('button', { name: 'Mudar corte de verba' }).click();
      await page.getByRole('heading', { name: 'Mudar “corte de verba”' }).waitFor();
      await page.getByRole('combobox', { name: 'O que ela sugere' }).selectOption('escalation');
      await page.getByRole('button', { name: 'Salvar' }).click();
      await page.getByText('“corte de verba” agora sugere: Escalação à diretoria.').waitFor();
      await page.getByRole('button', { name: 'Voltar ao modelo: corte de verba' }).click();
      await page.getByText('“corte de verba” voltou a ser como no modelo.').waitFor();
      await page.getByRole('button', { name: 'Desligar corte de verba' }).click();
      await page.getByText('“corte de verba” não pergunta mais nada.').waitFor();
      await page.getByRole('button', { name: 'Desfazer' }).click();
      await page.getByText('A lista voltou a ser como antes.').waitFor();
      await page.getByRole('button', { name: 'Desligar corte de verba' }).waitFor();
      await page.getByRole('button', { name: 'Voltar tudo ao modelo' }).click();
      await page.getByText('Esquecer 3 mudanças da sua empresa?').waitFor();
      await page.getByRole('button', { name: 'Voltar ao modelo', exact: true }).click();
      await page.getByText('A lista voltou a ser a do modelo.').waitFor();
    },
  );
  await walk(
    'a customer: what notes suggest is answered, taken back, asked of one of several',
    '/exemplo/cliente/c000004',
    async (page) => {
      await page.getByRole('heading', { name: 'Aconteceu? Observações sugerem 2 coisas' }).waitFor();
      const left = page.getByRole('button', { name: 'Sim, aconteceu: Sponsor saiu' });
      await soon(() => left.isDisabled(), true);
      await page.getByRole('combobox', { name: 'Quem saiu' }).selectOption({ label: 'Rita Prado' });
      await left.click();
      await page.getByText('Sponsor saiu: anotado como acontecido no dia da observação.').waitFor();
      await page.getByRole('heading', { name: 'Aconteceu? Uma observação sugere' }).waitFor();
      await page.getByRole('button', { name: 'Desfazer' }).click();
      await page.getByRole('heading', { name: 'Aconteceu? Observações sugerem 2 coisas' }).waitFor();
      await page.getByRole('button', { name: 'Não aconteceu: Necessidade previsível' }).click();
      await page.getByText('Necessidade previsível: não aconteceu.').waitFor();
      await page.getByRole('button', { name: 'Desfazer' }).click();
      await page.getByRole('link', { name: 'Ver as palavras que perguntam' }).click();
      await page.waitForURL('**/dados/palavras');
      await page.goto(`${url}/exemplo/cliente/c000004?asOf=2026-11-01`);
      await page.getByText('Sponsor saiu').waitFor();
      await soon(() => page.getByRole('button', { name: /^Sim, aconteceu/ }).count(), 0);
    },
  );
  await walk(
    'an import says what its notes suggest, and leads to the words',
    '/exemplo/importar/csv?step=columns',
    async (page) => {
      await page.getByRole('heading', { name: 'As observações sugerem' }).waitFor();
      await page.getByText('“sponsor saiu”, “novo diretor”').waitFor();
      await page.getByRole('link', { name: 'Ver e mudar as palavras' }).click();
      await page.waitForURL('**/dados/palavras');
    },
  );
}
