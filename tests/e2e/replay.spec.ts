import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { spotOf } from '../support/map-picture.ts';
import { openLitCity } from '../support/scenes.ts';
import { lampPosition } from '../support/small-city.ts';

const PLACE = lampPosition('rue Chabot-Charny', 12);
const mapOf = (page: Page) => page.getByRole('region', { name: 'Carte' });
const cardOf = (page: Page) => page.getByRole('region', { name: 'Lampadaire', exact: true });

test('a night is seen again in a frame that nothing live has, commands nothing, and is left by one key', async ({
  start,
}) => {
  const { room, page } = await openLitCity(start, 0.6);
  await page.keyboard.press('Alt+2');
  const order = page.getByRole('region', { name: 'Sélection' });
  await expect(order).toBeVisible();
  await page.keyboard.press('n');
  const back = page.getByRole('button', { name: 'Revenir au direct' });
  await expect(page.getByText('C’est le passé')).toBeVisible();
  await expect(order).toBeHidden();
  const slider = page.getByRole('slider', { name: 'Heure montrée' });
  // The hub notes the city within seconds of its start.
  await expect(async () => {
    await page.getByRole('button', { name: 'Cette nuit' }).click();
    await expect(slider).toBeEnabled({ timeout: 2_000 });
  }).toPass();
  await slider.focus();
  await page.keyboard.press('End');
  await expect(mapOf(page)).toContainText(/À \d\d:\d\d\s: \d+ lampadaires connus sur 120/);
  await expect(page.getByRole('main')).toContainText(/Rejeu.*\d\d\sh\s\d\d/);
  await expect(page.getByRole('main')).toContainText(/Interventions ouvertes.*Ni noms.*Alarmes à ce moment/);
  const then = await slider.getAttribute('aria-valuetext');
  await page.keyboard.press('PageDown');
  await expect(slider).not.toHaveAttribute('aria-valuetext', then ?? '');
  await expect(page.getByText(/^Inconnu.: à ce moment, le concentrateur n’entendait pas/)).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/replay-1920.png' });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  // Without a mouse: the lamps of a street as they were then, and how one of them was.
  await page.keyboard.press('Shift+T');
  await page.getByRole('listbox', { name: 'Rues' }).press('j');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('listbox', { name: 'rue Jeannin' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Lampadaire, cette nuit-là' })).toContainText('rue Jeannin');
  await page.screenshot({ path: 'test-results/screens/replay-list-1920.png' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  await expect(back).toBeHidden();
  await expect(mapOf(page)).toContainText('Lampadaires 120 suivis sur 120');

  // The same of one live lamp, in its card: only its district is asked for.
  const spot = await spotOf(page, PLACE);
  await page.mouse.click(spot.x, spot.y);
  await cardOf(page).getByText('Sa nuit').click();
  await expect(cardOf(page)).toContainText(/Trait plein.*Demandé au concentrateur à \d\d:\d\d/);
  const asked = room.hub.journal('lamp.history');
  expect(asked[0]).toMatchObject({ seat: 'seat-01', person: 'p-1' });
  expect(asked.at(-1)).toMatchObject({ payload: { district: '02' } });

  await room.hub.kill();
  await page.keyboard.press('n');
  await expect(page.getByText('L’historique n’est pas joignable')).toBeVisible({ timeout: 30_000 });
  await back.click();
  await expect(order).toBeVisible();
});
