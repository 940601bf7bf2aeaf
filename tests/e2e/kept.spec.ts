import type { Page } from '@playwright/test';
import { SCREEN } from '../support/console.ts';
import { expect, test } from '../support/e2e.ts';
import { openTicket, queueOf, signIn, ticketOf } from '../support/operator.ts';
import { tilePlaying } from '../support/tile.ts';

const SMALL = { width: 1366, height: 768 } as const;
const TITLE = 'Malaise, personne inconsciente';
/** What the scale says as near as the map goes. */
const NEAREST = /^20\s?m$/;
const CAMERA = 'Liberté × Bossuet';

const mapOf = (page: Page) => page.getByRole('region', { name: 'Carte' });
const widths = async (page: Page) =>
  Promise.all(
    [queueOf(page), ticketOf(page)].map(async (panel) => Math.round((await panel.boundingBox())?.width ?? 0)),
  );

/** Where a ticket is drawn, in px from the middle of the map. */
async function fromMiddle(page: Page, title: string): Promise<readonly number[]> {
  const marker = mapOf(page).getByRole('button', { name: title });
  const boxes = [await marker.boundingBox(), await mapOf(page).getByRole('application').boundingBox()];
  const [at, map] = boxes.map((box) => [box!.x + box!.width / 2, box!.y + box!.height / 2]);
  return at!.map((value, axis) => Math.round(value - map![axis]!));
}

/** Moves a border by arrow keys. */
async function widen(page: Page, border: string, key: 'ArrowLeft' | 'ArrowRight'): Promise<void> {
  await page.getByRole('separator', { name: border }).focus();
  await page.keyboard.press(key);
}

test('a window that changes its size, or a glance at another page, loses nothing of the workspace', async ({
  start,
}) => {
  const room = await start({ seats: ['seat-01'], cameras: 1 });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  await room.field.call({ title: TITLE });
  await openTicket(page, TITLE);
  await page.keyboard.press('c');
  const tile = tilePlaying(page, CAMERA);
  await expect(tile).toBeVisible();
  const scale = mapOf(page).getByText(/^\d+\s?m$/);
  await expect(async () => {
    await mapOf(page).getByRole('button', { name: 'Plus près' }).click();
    await expect(scale).toHaveText(NEAREST, { timeout: 500 });
  }).toPass();
  const video = await tile.locator('video').elementHandle();

  const nothingLost = async () => {
    await expect(tile).toBeVisible();
    await expect(scale).toHaveText(NEAREST);
    expect(await tile.locator('video').evaluate((now, before) => now === before, video)).toBe(true);
    expect(room.hub.journal('camera.view')).toHaveLength(1);
  };
  await expect.poll(() => widths(page)).toEqual([400, 760]);
  await page.setViewportSize(SMALL);
  await expect.poll(() => widths(page)).toEqual([344, 504]);
  await nothingLost();

  await page.keyboard.press('Alt+7');
  await expect(page.getByRole('region', { name: 'Réglages et diagnostic' })).toBeVisible();
  // Hidden: out of reach of eyes, keys, screen readers, and of the decoder.
  await expect(queueOf(page)).toHaveCount(0);
  await expect(mapOf(page)).toHaveCount(0);
  expect(await video?.evaluate((element) => (element as HTMLVideoElement).paused)).toBe(true);
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.setViewportSize(SCREEN);
  await page.keyboard.press('Alt+1');
  await expect.poll(() => widths(page)).toEqual([400, 760]);
  await nothingLost();
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog', { name: 'Nouvelle intervention' })).toBeVisible();
});

test('borders stay where they were left and the map keeps its middle, in wide and in narrow windows', async ({
  start,
}) => {
  const room = await start({ seats: ['seat-01'] });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  await expect.poll(() => widths(page)).toEqual([400, 760]);
  await room.field.call({ title: TITLE });
  const drawn = await fromMiddle(page, TITLE);
  await widen(page, 'Largeur de la file', 'ArrowRight');
  const wide = await widths(page);
  expect(wide[0]).toBeGreaterThan(400);
  await page.setViewportSize(SMALL);
  await expect.poll(() => widths(page)).toEqual([344, 504]);
  await expect.poll(() => fromMiddle(page, TITLE)).toEqual(drawn);
  // Smaller than the panels' least, and large again: what the small window took is given back.
  await page.setViewportSize({ width: 800, height: 768 });
  await expect.poll(async () => (await widths(page))[0]).toBeLessThan(344);
  await page.setViewportSize(SMALL);
  await expect.poll(() => widths(page)).toEqual([344, 504]);
  // In the narrowest queue its head says how many are open, and no row is wider than it.
  for (const _ of Array(4)) await widen(page, 'Largeur de la file', 'ArrowLeft');
  await expect.poll(async () => (await widths(page))[0]).toBe(280);
  const cutOff = (element: Element) => element.scrollWidth - element.clientWidth;
  expect(await queueOf(page).getByTitle('1 ouverte').evaluate(cutOff)).toBe(0);
  expect(await queueOf(page).getByRole('grid').evaluate(cutOff)).toBe(0);
  await page.screenshot({ path: 'test-results/screens/queue-280-1366.png' });
  await page.setViewportSize(SCREEN);
  await expect.poll(() => widths(page)).toEqual(wide);
});
