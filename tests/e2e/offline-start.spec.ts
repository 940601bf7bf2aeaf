import { join } from 'node:path';
import type { Position } from '../../src/shared/geo/position.ts';
import { expect, test } from '../support/e2e.ts';
import { brightness, colourAt, spotOf } from '../support/map-picture.ts';
import { openTicket, rowOf, signIn, ticketOf, timelineOf } from '../support/operator.ts';
import { lampPosition, smallLamps } from '../support/small-city.ts';

const TREE = 'Arbre tombé sur la chaussée';

test('without a network the console starts with the city as it last was, and says how old it is', async ({
  start,
}) => {
  const room = await start({ seats: ['seat-01'] });
  await room.field.lamps(smallLamps, { level: 1 });
  const userData = join(room.folder, 'user-data');
  const before = await room.open('seat-01', { userData });
  await signIn(before.page, 'Camille Petit');
  await room.field.call({ title: TREE, priority: 3 });
  await openTicket(before.page, TREE);
  await before.page.keyboard.press('c');
  await expect(ticketOf(before.page)).toContainText('À vous');
  await expect(before.page.getByText(/^Lampadaires 120 suivis sur 120/)).toBeVisible();
  await before.close();

  await room.hub.kill();
  await room.broker.kill();
  const { page } = await room.open('seat-01', { userData });
  await expect(rowOf(page, TREE)).toContainText('Vous');
  await expect(page.getByText(/^Courtier injoignable depuis/)).toBeVisible();
  await expect(page.getByText(/^File arrêtée à \d\d:\d\d:\d\d, il y a \d+\u00a0s/)).toBeVisible();
  await expect(page.getByText(/^Carte de \d\d:\d\d:\d\d/)).toBeVisible();
  // By the room's clock, which nobody has told this console of since it was started.
  const hour = (ago: number) =>
    new Date(Date.now() - ago).toLocaleTimeString('fr-FR', { hour: '2-digit', timeZone: 'Europe/Paris' });
  const hours = [hour(0), hour(600_000)].map((text) => text.slice(0, 2)).join('|');
  await expect(page.getByText(new RegExp(`^Carte de (${hours}):`))).toBeVisible();
  await expect(page.getByText(/^il y a \d+\u00a0s · lampadaires non suivis/)).toBeVisible();
  const light = async (place: Position) => brightness(await colourAt(page, await spotOf(page, place)));
  await expect
    .poll(async () => (await light(lampPosition('rue Monge', 8))) - (await light([5.0415, 47.3212])))
    .toBeGreaterThan(20);

  // One can go on working.
  await openTicket(page, TREE);
  await page.keyboard.press('t');
  await page.keyboard.type('Branches dégagées');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('1 commande gardée ici')).toBeVisible();
});

test('a console killed with commands kept has them still, and sends them when it is back', async ({
  start,
}) => {
  const room = await start();
  const userData = join(room.folder, 'user-data');
  const before = await room.open('seat-01', { userData });
  await signIn(before.page, 'Camille Petit');
  await room.field.call({ title: TREE });
  await openTicket(before.page, TREE);
  await room.cable('seat-01').unplug();
  await expect(before.page.getByText(/^Courtier injoignable depuis/)).toBeVisible();
  await before.page.keyboard.press('c');
  await expect(ticketOf(before.page)).toContainText('À vous');
  await before.page.keyboard.press('t');
  await before.page.keyboard.type('Rue barrée');
  await before.page.keyboard.press('Control+Enter');
  await expect(before.page.getByText('2 commandes gardées ici')).toBeVisible();
  await before.kill();

  const { page } = await room.open('seat-01', { userData });
  await expect(page.getByText('2 commandes gardées ici')).toBeVisible();
  await expect(rowOf(page, TREE)).toContainText('non confirmé');
  await room.cable('seat-01').plug();
  await expect(page.getByText('2 commandes confirmées')).toBeVisible();
  await openTicket(page, TREE);
  await expect(timelineOf(page)).toHaveText([
    /Rue barrée/,
    /^Prise en charge par vous/,
    'Ouverte par un appel',
  ]);
  const colleague = await room.colleague('seat-02', 'p-2');
  expect(await colleague.snapshot()).toMatchObject([{ state: 'claimed', owner: { seat: 'seat-01' } }]);
});
