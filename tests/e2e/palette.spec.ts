import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { openTicket, rowOf, signIn, ticketOf } from '../support/operator.ts';
import { openLitCity } from '../support/scenes.ts';
import { lampId } from '../support/small-city.ts';
import { tileIn, tilePlaying } from '../support/tile.ts';

const CAMERA = 'Liberté × Bossuet';
const paletteOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Chercher, commander' });
const titleOf = (page: Page): Locator => ticketOf(page).getByRole('heading', { level: 2 });

/** Opens the palette, types, and takes what it then proposes: it must be this one. */
async function take(page: Page, words: string, option: RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(paletteOf(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type(words);
  await expect(paletteOf(page).locator('[role=option][data-active-item]')).toHaveText(option);
  await page.keyboard.press('Enter');
  await expect(paletteOf(page)).toBeHidden();
}

test('tickets, procedures and streets are found by words, and Escape leaves what is open alone', async ({
  start,
}) => {
  const room = await start({ seats: ['seat-01'] });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');

  await test.step('a ticket is found by its number, its words or as one’s own, and has the keyboard', async () => {
    await room.field.call({ title: 'Chien errant', place: 'place Wilson' });
    await rowOf(page, 'Chien errant').waitFor();
    await room.field.call({ title: 'Éclairage coupé', place: 'quai Nicolas-Rolin' });
    await rowOf(page, 'Éclairage coupé').waitFor();
    await openTicket(page, 'Chien errant');
    await page.keyboard.press('c');
    await expect(ticketOf(page)).toContainText('À vous');

    await take(page, '0002', /Éclairage coupé/);
    await expect(titleOf(page)).toHaveText('Éclairage coupé');
    await expect(titleOf(page)).toBeFocused();
    await take(page, 'moi', /Chien errant/);
    await expect(titleOf(page)).toHaveText('Chien errant');
    await expect(titleOf(page)).toBeFocused();
    await take(page, 'rolin eclairage', /Éclairage coupé/); // any order, no accents
    await expect(titleOf(page)).toHaveText('Éclairage coupé');

    // What was open already is chosen all the same.
    await page.getByRole('grid', { name: 'Interventions' }).focus();
    await take(page, 'coupe', /Éclairage coupé/);
    await expect(titleOf(page)).toBeFocused();

    // A procedure is read without a ticket that follows it.
    await take(page, 'odeur gaz', /Odeur de gaz/);
    const procedure = page.getByRole('dialog', { name: 'Odeur de gaz' });
    await expect(procedure).toContainText('Si « Dans la rue »');
    await page.screenshot({ path: 'test-results/screens/procedure-read-1920.png' });
    await page.keyboard.press('Escape');
    await expect(procedure).toBeHidden();
    await expect(titleOf(page)).toHaveText('Éclairage coupé');
  });

  await test.step('Escape leaves what is open alone, and axe finds nothing in the palette', async () => {
    await openTicket(page, 'Chien errant');
    await take(page, 'monge', /rue Monge/);
    const lamps = page.getByRole('listbox', { name: 'Lampadaires de la rue' });
    await expect(lamps).toBeFocused();

    await page.keyboard.press('Control+k');
    for (const words of ['', 'errant', 'personne ne s’appelle ainsi']) {
      await paletteOf(page).getByRole('combobox').fill(words);
      if (words === 'errant')
        await expect(paletteOf(page).getByRole('option', { name: /Chien errant/ })).toHaveCount(1);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    }
    await expect(paletteOf(page)).toContainText('Rien de ce nom. Essayez moins de mots.');
    await page.keyboard.press('Escape');
    await expect(paletteOf(page)).toBeHidden();
    await expect(lamps).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(lamps).toBeHidden();
  });
});

test('a lamp, a street and a command are found from the settings, which are left for the map', async ({
  start,
}) => {
  const { page } = await openLitCity(start, 0.6);
  const settings = page.getByRole('heading', { level: 2, name: 'Réglages et diagnostic' });
  const card = page.getByRole('region', { name: 'Lampadaire', exact: true });

  await page.keyboard.press('Alt+7');
  await settings.waitFor();
  await take(page, lampId('rue Monge', 7), /rue Monge/);
  await expect(card).toBeFocused();
  await expect(card).toContainText(lampId('rue Monge', 7));
  await expect(settings).toBeHidden();

  await page.keyboard.press('Alt+7');
  await settings.waitFor();
  await take(page, 'tremouille', /boulevard de la Trémouille/);
  const lamps = page.getByRole('listbox', { name: 'Lampadaires de la rue' });
  await expect(lamps).toBeFocused();
  await expect(page.getByRole('region', { name: 'Lampadaires, boulevard de la Trémouille' })).toContainText(
    '20 lampadaires',
  );

  await take(page, 'aller reglages', /Aller aux réglages/);
  await expect(settings).toBeVisible();
  await take(page, 'theme jour', /Thème\s: Jour/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'day');
});

test('a camera found without a ticket wants a motive, then plays', async ({ start }) => {
  const room = await start({ seats: ['seat-01'], cameras: 1 });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  await take(page, 'bossuet', new RegExp(CAMERA));
  await expect(page.getByRole('region', { name: `Caméra ${CAMERA}` })).toBeFocused();
  await expect(tileIn(page, CAMERA, 'motif requis')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Donner un motif…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Levée de doute demandée par le PC');
  await page.keyboard.press('Enter');
  await tilePlaying(page, CAMERA).waitFor();
  expect(room.hub.journal('camera.view')).toMatchObject([
    { target: 'camera:LIB-03', motive: 'Levée de doute demandée par le PC' },
  ]);
  await page.keyboard.press('Escape');
  await expect(tilePlaying(page, CAMERA)).toBeHidden();
});
