import type { Page } from '@playwright/test';
import { sound } from '../support/axe.ts';
import { expect, test } from '../support/e2e.ts';
import { spotOf } from '../support/map-picture.ts';
import { openTicket, signIn } from '../support/operator.ts';
import { lampPosition, smallLamps } from '../support/small-city.ts';
import { TestFleet } from '../support/test-fleet.ts';

const listsOf = (page: Page) => page.getByRole('region', { name: 'Ce que montre la carte' });
const cardOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const PICTURES = 'test-results/screens';

test('all that the map shows is found, shown and chosen in lists, by keyboard alone', async ({ start }) => {
  const room = await start({ seats: ['seat-01'], cameras: 2 });
  await room.field.lamps(smallLamps, { level: 0.6 });
  await room.field.call({ title: 'Malaise, personne au sol' });
  const fleet = await TestFleet.connect(room.broker.url, room.broker.secrets.city);
  await fleet.report('PM 12', { kind: 'foot', position: [5.0372, 47.3204] });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  await expect(page.getByText('Lampadaires 120 suivis sur 120')).toBeVisible();
  const lists = listsOf(page);
  const line = lists.getByRole('listbox').getByRole('option', { selected: true });
  const which = lists.getByRole('combobox', { name: 'Liste' });

  await page.keyboard.press('Shift+T');
  const streets = lists.getByRole('listbox', { name: 'Rues' });
  await expect(streets).toBeFocused();
  // Letters look for a name, by any of its words; the right arrow goes into it, to its lamps and their cards.
  await page.keyboard.type('jean');
  await expect(line).toContainText('rue Jeannin');
  await expect(line).toContainText('Dijon · 20 lampadaires');
  await page.keyboard.press('ArrowRight');
  await expect(lists.getByRole('listbox', { name: 'Lampadaires, rue Jeannin' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cardOf(page, 'Lampadaire')).toContainText('rue Jeannin · Dijon');
  await page.keyboard.press('ArrowLeft');
  await expect(streets).toBeFocused();
  await expect(line).toContainText('rue Jeannin');
  await page.keyboard.press('End');
  await expect(line).toContainText('rue Monge');

  // By arrows from list to list; Tab leads into the one that is chosen.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(which).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(lists.getByRole('listbox', { name: 'Quartiers' })).toBeVisible();
  await expect(which).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(lists.getByRole('listbox', { name: 'Quartiers' })).toBeFocused();
  await expect(lists.getByRole('listbox').getByRole('option', { name: /^Monge/ })).toContainText(
    /Dijon · 60 lampadaires · 0,\d\d\u00a0km²/,
  );
  await page.screenshot({ path: `${PICTURES}/lists-districts-1920.png` });
  await page.keyboard.press('Enter');

  await which.selectOption('Caméras');
  await expect(line).toContainText(/vers .*, jusqu’à \d+\u00a0m/);
  await page.screenshot({ path: `${PICTURES}/lists-cameras-1920.png` });

  await sound(page, 'cameras in a list');

  await which.selectOption('Équipes');
  await expect(lists.getByRole('listbox').getByRole('option', { name: /^PM 12/ })).toContainText(
    'rue Monge, Dijon',
  );

  // From a cabinet to its circuits; its card opens, and closed leads back.
  await which.selectOption('Armoires');
  await lists.getByRole('listbox', { name: 'Armoires' }).focus();
  await page.keyboard.type('monge');
  await page.keyboard.press('Enter');
  await expect(cardOf(page, 'Armoire')).toBeFocused();
  await page.screenshot({ path: `${PICTURES}/lists-cabinet-1920.png` });
  await page.keyboard.press('Escape');
  await expect(lists.getByRole('listbox', { name: 'Armoires' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(lists.getByRole('listbox').getByRole('option')).toHaveText([/20 lampadaires/]);
  // Chosen, its lamps are commanded where lamps are.
  await page.keyboard.press(' ');
  const chosen = page.getByRole('region', { name: 'Sélection', exact: true });
  await expect(chosen).toContainText('20 lampadaires');
  await page.keyboard.press('Shift+T');
  await expect(streets).toBeFocused();
  await page.screenshot({ path: `${PICTURES}/lists-lighting-1920.png` });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: `${PICTURES}/lists-lighting-1366.png` });

  await which.selectOption('Interventions');
  await lists.getByRole('listbox', { name: 'Interventions' }).focus();
  await page.screenshot({ path: `${PICTURES}/lists-tickets-1366.png` });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Malaise, personne au sol' })).toBeVisible();
  await openTicket(page, 'Malaise, personne au sol');
  await page.screenshot({ path: `${PICTURES}/lists-interventions-1366.png` });
  await fleet.close();
});

test('at a place of the map its menu begins a ticket, chooses and lights its street, copies where it is', async ({
  start,
}) => {
  const room = await start({ seats: ['seat-01'] });
  await room.field.lamps(smallLamps, { level: 0.4 });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  await expect(page.getByText('Lampadaires 120 suivis sur 120')).toBeVisible();
  const map = page.getByRole('application');
  const item = (name: string) => page.getByRole('menuitem', { name, exact: true });
  const spot = await spotOf(page, lampPosition('rue Monge', 10));
  await page.mouse.click(spot.x, spot.y, { button: 'right' });
  await expect(page.getByRole('menu', { name: 'rue Monge, Dijon' })).toBeVisible();
  await expect(item('Nouvelle intervention ici')).toBeFocused();
  await sound(page, 'menu of a place');
  await page.screenshot({ path: `${PICTURES}/map-menu-1920.png` });
  await page.keyboard.press('Escape');
  await expect(map).toBeFocused();

  // By keyboard it is the middle of the map that is meant, or the lamp that is open.
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('End');
  await expect(item('Copier la position')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Position copiée\s: 47\.322\d{3}, 5\.041\d{3}$/)).toBeVisible();
  await expect(map).toBeFocused();

  await page.mouse.click(spot.x, spot.y, { button: 'right' });
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'Nouvelle intervention' });
  await expect(form.getByRole('combobox', { name: 'Lieu' })).toHaveValue('rue Monge');
  await expect(form).toContainText(/Point choisi sur la carte\s: rue Monge, Dijon/);
  await page.screenshot({ path: `${PICTURES}/map-menu-ticket-1920.png` });
  await page.keyboard.press('Escape');

  // Lighting a street is begun, not done: level and end are filled in, the motive and the sending are the operator's.
  await page.mouse.click(spot.x, spot.y, { button: 'right' });
  await item('Rallumer cette rue…').click();
  const panel = page.getByRole('region', { name: 'Sélection', exact: true });
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('rue Monge');
  await expect(panel).toContainText('20 lampadaires');
  await expect(panel.getByRole('slider')).toHaveValue('100');
  await expect(panel.getByRole('textbox', { name: 'Motif' })).toBeFocused();
  await expect(panel).toContainText('20 montent');
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: `${PICTURES}/map-menu-relight-1366.png` });

  // What a box would take, by one key: all that is on the screen, called by where that is.
  await map.focus();
  await page.keyboard.press('Shift+F10');
  await item('Choisir les lampadaires de cette rue').press('Enter');
  await expect(panel.getByRole('slider')).toHaveValue('40');
  await page.keyboard.press('e');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Écran, rue Monge');
  await page.screenshot({ path: `${PICTURES}/lighting-screen-1366.png` });
});
