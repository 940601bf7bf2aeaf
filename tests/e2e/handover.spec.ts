import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { openTicket, rowOf, signIn, ticketOf, timelineOf } from '../support/operator.ts';

const section = async (page: Page, name: string) => {
  await page.keyboard.press('Alt+5');
  await page.getByRole('tab', { name }).click();
};
const nameIn = async (page: Page, label: string, name: string) => {
  await page.getByRole('combobox', { name: label }).fill(name);
  await page.getByRole('option', { name }).click();
};

test('a shift of two tickets is handed over with a note and accepted at another console; the room shows who holds what', async ({
  start,
}) => {
  const room = await start();
  const [one, two] = await Promise.all([room.open('seat-01'), room.open('seat-02')]);
  const [petit, meunier] = [one.page, two.page];
  await Promise.all([signIn(petit, 'Camille Petit'), signIn(meunier, 'Claude Meunier')]);
  for (const title of ['Rixe', 'Fuite d’eau', 'Chien errant']) {
    await room.field.call({ title });
    await openTicket(petit, title);
    await petit.keyboard.press('c');
    await expect(ticketOf(petit)).toContainText('À vous');
  }
  await petit.keyboard.press('x'); // closed: no matter of the handover any more
  await expect(petit.getByRole('radio', { name: '1. traitée' })).toBeFocused();
  await petit.keyboard.press('4'); // unfounded: its steps have no motive to give
  await petit.keyboard.press('Control+Enter');
  await expect(rowOf(petit, 'Chien errant')).toBeHidden();

  await section(petit, 'Relève');
  const note = petit.getByRole('textbox', { name: 'Consigne' });
  await note.fill('Pompiers toujours rue de la Liberté');
  await petit.keyboard.press('Alt+1');
  await section(petit, 'Relève');
  await expect(note, 'a glance at the queue does not lose it').toHaveValue(
    'Pompiers toujours rue de la Liberté',
  );
  await nameIn(petit, 'Qui prend la suite', 'Dominique Roy');
  await expect(petit.getByText('Dominique Roy n’est à aucun poste')).toBeVisible();
  await nameIn(petit, 'Qui prend la suite', 'Claude Meunier');
  await petit.screenshot({ path: 'test-results/screens/shift-1920.png' });
  await petit.getByRole('button', { name: 'Passer la relève' }).click();
  await expect(petit.getByText(/^Proposée à .* sans réponse/)).toBeVisible();

  await expect(meunier.getByText('C.\u00a0Petit vous passe la relève')).toBeVisible();
  await meunier.keyboard.press('Shift+V');
  const dialog = meunier.getByRole('dialog');
  await expect(dialog).toContainText('Pompiers toujours rue de la Liberté');
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await expect(dialog.getByRole('article')).toBeFocused();
  await expect(dialog.getByRole('listitem').first()).toContainText(
    /ouverte depuis .* · aucune équipe affectée/,
  );
  await meunier.screenshot({ path: 'test-results/screens/shift-read-1920.png' });
  await meunier.setViewportSize({ width: 1366, height: 768 });
  await meunier.screenshot({ path: 'test-results/screens/shift-read-1366.png' });
  await meunier.setViewportSize({ width: 1920, height: 1080 });
  await dialog.getByRole('button', { name: 'Accepter, avec 2 interventions' }).click();
  await expect(dialog).toBeHidden();
  await expect(meunier.getByText('C.\u00a0Petit vous passe la relève')).toBeHidden();
  await expect(petit.getByText(/^Acceptée à .* 2 interventions passées/)).toBeVisible();

  // On paper nothing but the handover; what a printer would be is the browser's own.
  await petit.evaluate(() => {
    window.print = () => {
      document.title = 'printed';
    };
  });
  await petit.getByRole('button', { name: 'Imprimer' }).click();
  await expect(petit).toHaveTitle('printed');
  await petit.emulateMedia({ media: 'print' });
  await expect(petit.getByText(/^imprimée le /)).toBeVisible();
  await expect(petit.locator('article b', { hasText: /^INT-\d{4}-\d{4}$/ }).first()).toBeVisible();
  await expect(petit.getByRole('navigation')).toBeHidden();
  await petit.screenshot({ path: 'test-results/screens/shift-paper.png', fullPage: true });
  await petit.emulateMedia({ media: 'screen' });
  await petit.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(petit.getByText(/^imprimée le /)).toHaveCount(0);
  await expect(rowOf(meunier, 'Rixe')).toContainText('Vous');
  await openTicket(meunier, 'Rixe');
  await expect(timelineOf(meunier).first()).toHaveText('Acceptée par vous');

  await section(meunier, 'Salle');
  const own = meunier.getByRole('button', { name: 'C.\u00a0Meunier', exact: true });
  await own.press('Enter');
  await meunier.getByRole('checkbox', { name: 'Choisir les 2' }).press('Space');
  await nameIn(meunier, 'Passer à', 'Camille Petit');
  await meunier.screenshot({ path: 'test-results/screens/room-1920.png' });
  await meunier.setViewportSize({ width: 1366, height: 768 });
  await meunier.screenshot({ path: 'test-results/screens/room-1366.png' });
  await meunier.getByRole('button', { name: 'Proposer (2)' }).click();
  await expect(petit.getByText('C.\u00a0Meunier vous passe 2 interventions')).toBeVisible();
  await petit.screenshot({ path: 'test-results/screens/offer-strip-1920.png' });
  await petit.keyboard.press('Shift+Y');
  await expect(petit.getByText('C.\u00a0Meunier vous passe 2 interventions')).toBeHidden();
  const row = meunier.getByRole('row', { name: 'C. Petit Poste 01' });
  await expect(row.getByRole('cell').nth(1)).toHaveText('2');

  // Over somebody's head, from the ticket's own menu: not without saying why, which they are told.
  await meunier.keyboard.press('Alt+1');
  await openTicket(meunier, 'Rixe');
  await ticketOf(meunier).getByRole('button', { name: 'Autres actions' }).click();
  await meunier.getByRole('menuitem', { name: 'Prendre la main… (superviseur)' }).click();
  const motive = ticketOf(meunier).getByRole('textbox', { name: 'Motif' });
  await expect(motive).toBeFocused();
  await expect(ticketOf(meunier)).toContainText('C.\u00a0Petit la tient');
  await expect(
    ticketOf(meunier).getByRole('button', { name: 'Prendre la main', exact: true }),
  ).toBeDisabled();
  await meunier.keyboard.type('Relève de minuit');
  await meunier.screenshot({ path: 'test-results/screens/take-over-1366.png' });
  await meunier.keyboard.press('Control+Enter');
  await expect(motive).toBeHidden();
  await expect(ticketOf(meunier)).toContainText('À vous');
  await expect(petit.getByRole('alert')).toContainText(/C\.\sMeunier a repris .* Relève de minuit/);
  await petit.setViewportSize({ width: 1366, height: 768 });
  await petit.screenshot({ path: 'test-results/screens/notice-1366.png' });
  await section(meunier, 'Salle');

  await petit.getByRole('button', { name: 'C. Petit Poste 01' }).click();
  await petit.getByRole('menuitem', { name: 'Quitter le poste' }).click();
  await expect(petit.getByRole('dialog')).toContainText('Vous tenez encore 1 intervention.');
  await petit.getByRole('button', { name: 'Quitter quand même' }).click();
  await expect(meunier.getByText('1 intervention de qui est parti')).toBeVisible();
  await expect(meunier.getByRole('row', { name: 'C. Petit sans poste depuis' })).toBeVisible();
});
