import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { openTicket, rowOf, signIn, ticketOf, timelineOf } from '../support/operator.ts';
import { lampId, smallLamps } from '../support/small-city.ts';

const TITLE = 'Départ coupé, 12 lampadaires';
const unconfirmed = (page: Page) => ticketOf(page).getByText('non confirmé', { exact: true });

test('the broker dies: since when is said, commands are kept and go out when it is back', async ({
  start,
}) => {
  const room = await start();
  const watcher = await room.colleague('seat-02', 'p-2');
  await room.field.lamps(smallLamps, { level: 0.6 });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  await room.field.call({ title: TITLE });
  await openTicket(page, TITLE);

  await room.broker.kill();
  await expect(page.getByText(/^Courtier injoignable depuis \d+\u00a0s/)).toBeVisible();
  await expect(page.getByText(/^File arrêtée à \d\d:\d\d:\d\d, il y a \d+/)).toBeVisible();
  await expect(page.getByText(/^Carte de \d\d:\d\d:\d\d/)).toBeVisible();
  await expect(page.getByText('Aucune commande en attente')).toBeVisible();
  await page.keyboard.press('c');
  await expect(ticketOf(page)).toContainText('À vous');
  await page.keyboard.press('t');
  await page.keyboard.type('Armoire ouverte');
  await page.keyboard.press('Control+Enter');
  await expect(unconfirmed(page)).toBeVisible();
  await expect(rowOf(page, TITLE).getByText('non confirmé')).toBeVisible();
  await expect(rowOf(page, TITLE)).toContainText('Vous');
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: 'test-results/screens/link-lost-1366.png' });
  await expect(page.getByText('2 commandes gardées ici')).toBeVisible();
  await page.keyboard.press('t');
  await page.keyboard.type('Sur la mauvaise intervention');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('3 commandes gardées ici')).toBeVisible();
  await ticketOf(page).getByRole('button', { name: 'Annuler' }).click(); // only the last one may go
  await expect(page.getByText('2 commandes gardées ici')).toBeVisible();

  await room.broker.restart();
  await expect(page.getByText(/^Lien rétabli à \d\d:\d\d:\d\d, après/)).toBeVisible();
  await expect(page.getByText('2 commandes confirmées')).toBeVisible();
  await expect(unconfirmed(page)).toHaveCount(0);
  await expect(ticketOf(page)).toContainText('À vous');
  await expect(timelineOf(page).first()).toContainText('Armoire ouverte');
  await expect(page.getByText(/^Lampadaires 120 suivis sur 120/)).toBeVisible();
  const [kept] = await watcher.snapshot();
  expect(kept).toMatchObject({ state: 'claimed', owner: { seat: 'seat-01' } });
  await page.screenshot({ path: 'test-results/screens/link-back-1366.png' });
  await page.getByRole('button', { name: 'Vu' }).click();
  await expect(page.getByText(/^Lien rétabli/)).toBeHidden();
});

test('the hub is killed and comes back: nothing is lost, nothing doubled', async ({ start }) => {
  const room = await start();
  const watcher = await room.colleague('seat-02', 'p-2');
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  await room.field.call({ title: TITLE });
  await openTicket(page, TITLE);
  await page.keyboard.press('c');
  await expect(ticketOf(page)).toContainText('À vous');
  await expect(unconfirmed(page), 'the room has it').toHaveCount(0);

  await room.hub.kill();
  await expect(page.getByText(/^Concentrateur injoignable depuis \d+\u00a0s/)).toBeVisible();
  await expect(page.getByText('le poste reprendra seul')).toBeVisible();
  await expect(page.getByText('le courtier répond, le concentrateur non')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Essayer maintenant' }), 'nothing to try').toHaveCount(0);
  await page.screenshot({ path: 'test-results/screens/hub-gone-1920.png' });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: 'test-results/screens/hub-gone-1366.png' });
  await page.keyboard.press('t');
  await page.keyboard.type('Secours prévenus par radio');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('1 commande gardée ici')).toBeVisible();

  await room.hub.restart();
  await expect(page.getByText('1 commande confirmée')).toBeVisible();
  await expect(timelineOf(page)).toHaveText([
    /Secours prévenus par radio/,
    'Prise en charge par vous',
    'Ouverte par un appel',
  ]);
  const notes = [...watcher.events.values()].filter(({ type }) => type === 'ticket.noted');
  expect(notes).toHaveLength(1);
});

test('the seat engine is killed: the window stays, says so, and has the same again', async ({ start }) => {
  const room = await start({ seats: ['seat-01'] });
  await room.field.lamp(lampId('rue Monge', 3), { level: 0.6 });
  const { page, killEngine } = await room.open('seat-01', { expected: [/engine-ended/] });
  await signIn(page, 'Camille Petit');
  await room.field.call({ title: TITLE });
  await openTicket(page, TITLE);
  await page.keyboard.press('c');
  await expect(ticketOf(page)).toContainText('À vous');
  // What is said only for a moment is caught by who watches all the time.
  await page.evaluate(() => {
    window.name = '';
    new MutationObserver(() => {
      if (document.body.textContent.includes('Le moteur du poste redémarre')) window.name = 'said';
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });

  await killEngine();
  await expect.poll(() => page.evaluate(() => window.name)).toBe('said');
  await expect(page.getByText(/^Le moteur du poste redémarre/)).toBeHidden();
  await expect(ticketOf(page).getByRole('heading', { level: 2, name: TITLE })).toBeVisible();
  await expect(ticketOf(page)).toContainText('À vous');
  await expect(timelineOf(page)).toHaveText(['Prise en charge par vous', 'Ouverte par un appel']);
  await expect(page.getByText(/^Lampadaires 1 suivis sur 120/)).toBeVisible();
  await page.keyboard.press('t');
  await page.keyboard.type('Toujours là');
  await page.keyboard.press('Control+Enter');
  await expect(timelineOf(page).first()).toHaveText('Votre note\u202f: «\u202fToujours là\u202f»');
});
