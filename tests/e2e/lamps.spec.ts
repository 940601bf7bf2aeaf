import type { Page } from '@playwright/test';
import { timeOf } from '../../src/city/clock/city-clock.ts';
import { distance } from '../../src/shared/geo/position.ts';
import { Dictionary } from '../../src/shared/lamp/dictionary.ts';
import { expect, test } from '../support/e2e.ts';
import { brightness, colourAt, difference, spotOf } from '../support/map-picture.ts';
import { signIn } from '../support/operator.ts';
import { writePlan } from '../support/plan.ts';
import { openLitCity } from '../support/scenes.ts';
import { lampId, lampPosition, RATED_W, smallDictionaries, smallLamps } from '../support/small-city.ts';

const STREET = 'rue Chabot-Charny';
const LAMP = lampId(STREET, 12);
const PLACE = lampPosition(STREET, 12);

const mapOf = (page: Page) => page.getByRole('region', { name: 'Carte' });
const cardOf = (page: Page) => page.getByRole('region', { name: 'Lampadaire', exact: true });
/** What the open card says in one of its lines. */
const lineOf = (page: Page, name: string) =>
  cardOf(page)
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .getByRole('definition');

test('a change of a lamp, told by a foreign client, is seen on the map and in its card', async ({
  start,
}) => {
  const { room, page } = await openLitCity(start, 0);
  const spot = await spotOf(page, PLACE);
  const neighbour = await spotOf(page, lampPosition(STREET, 4));
  const light = async () => brightness(await colourAt(page, spot));
  const dark = await light();

  await room.field.lamp(LAMP, { level: 0.8, power: 33.6 });
  await expect.poll(light).toBeGreaterThan(dark + 40);
  const lit = await light();
  expect(brightness(await colourAt(page, neighbour))).toBeLessThan(dark + 20);

  await page.mouse.click(spot.x, spot.y);
  await expect(cardOf(page).getByRole('heading')).toHaveText(LAMP);
  await expect(cardOf(page)).toContainText(`${STREET} · Dijon`);
  await expect(lineOf(page, 'État')).toHaveText('allumé');
  await expect(lineOf(page, 'Niveau')).toHaveText('80\u00a0%');
  await expect(lineOf(page, 'Puissance')).toHaveText('33,6\u00a0W');
  await expect(lineOf(page, 'Observé')).toHaveText(/^\d\d:\d\d:\d\d, il y a \d+\u00a0s$/);

  await room.field.lamp(LAMP, { level: 0.3, power: 12.6 });
  await expect(lineOf(page, 'Niveau')).toHaveText('30\u00a0%');
  await expect(lineOf(page, 'Puissance')).toHaveText('12,6\u00a0W');
  // From the lamp to what feeds it, and back: the inventory of this city has no cabinets, only their names.
  await cardOf(page)
    .getByRole('button', { name: `ARM-${STREET}-1` })
    .click();
  const cabinet = page.getByRole('region', { name: 'Armoire', exact: true });
  await expect(cabinet.getByRole('heading')).toHaveText(`Armoire ARM-${STREET}`);
  await expect(cabinet).toContainText('absent de l’inventaire');
  await expect(cabinet).toContainText('alimentée');
  await expect(cabinet.getByRole('button', { name: '20 lampadaires' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await cabinet.getByRole('button', { name: 'Fermer la fiche de l’armoire' }).click();
  await cardOf(page).getByRole('button', { name: 'Fermer la fiche du lampadaire' }).click();
  await expect(cardOf(page)).toBeHidden();
  await page.mouse.move(0, 0);
  await expect.poll(light).toBeLessThan(lit - 20);
});

/** A plan by which all lamps wake for who passes, lived by lamps for which it is two at night. */
function plannedNight() {
  const plan = {
    version: 1,
    place: [5.0415, 47.322],
    presence: [{ id: 'rue', name: 'Rue', base: 30, raised: 90, holdSeconds: 30, ahead: 2 }],
    controlPrograms: [
      {
        id: 'nuit',
        name: 'Nuit profonde',
        steps: [
          { from: { dusk: 0 }, level: 80 },
          { from: '23:00', presence: 'rue' },
          { from: '05:30', level: 70 },
        ],
        off: { dawn: 0 },
      },
    ],
    calendars: [{ id: 'rues', name: 'Rues', program: 'nuit' }],
    groups: [{ id: 'rues', name: 'Rues du centre', calendar: 'rues' }],
  };
  const now = Date.now();
  // Rounded up: a minute too few and it would still be the hour before two.
  return { plan: writePlan(plan), aheadMinutes: Math.ceil((timeOf('02:00', now) - now) / 60_000) };
}

/** The lamps of rue Monge wait for their conversion still. */
const halfConverted = smallDictionaries.map((dictionary) => ({
  ...dictionary,
  lamps: dictionary.lamps.map((lamp) =>
    lamp?.street === 'rue Monge'
      ? { ...lamp, luminaire: { kind: 'SHP', power: 100, convertedOn: '2099' } }
      : lamp,
  ),
}));

test('a lamp is found, read and put where it stands without a mouse: palette, street, lamp, its programme', async ({
  start,
}) => {
  const room = await start({ hub: { dictionaries: halfConverted, config: { lighting: plannedNight() } } });
  const colleague = await room.colleague('seat-02', 'p-2');
  await room.field.lamps(smallLamps, { level: 0.6 });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Claude Meunier');
  await expect(mapOf(page)).toContainText('Lampadaires 120 suivis sur 120');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('chabot');
  await page.getByRole('option', { name: STREET }).first().waitFor();
  await page.keyboard.press('Enter');
  const list = page.getByRole('listbox', { name: 'Lampadaires de la rue' });
  await expect(list).toBeFocused();
  await expect(page.getByRole('region', { name: `Lampadaires, ${STREET}` })).toContainText('20 lampadaires');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(cardOf(page).getByRole('heading')).toHaveText(lampId(STREET, 1));
  await room.field.lamp(lampId(STREET, 1), { level: 0.45, power: 18.9 });
  await expect(lineOf(page, 'Niveau')).toHaveText('45\u00a0%');
  await expect(lineOf(page, 'Puissance')).toHaveText('18,9\u00a0W');

  const programme =
    /^«\sNuit profonde\s», 30\s% \(90\s% au passage\) jusqu’à 05:30, puis 70\s% \(il y est 02:\d\d\)$/;
  await expect(lineOf(page, 'Programme')).toHaveText(programme);
  await expect(lineOf(page, 'Pourquoi')).toHaveText(/^ne suit pas son programme, 30.% attendus$/);
  await room.field.lamp(lampId(STREET, 1), { level: 0.3 });
  await expect(lineOf(page, 'Pourquoi')).toHaveText('suit son programme');
  await room.field.lamp(lampId(STREET, 1), { level: 0.9 });
  await expect(lineOf(page, 'Pourquoi')).toHaveText('quelqu’un passe, ou vient de passer');

  // It stands 20 m further north: said with a motive, it is so for the whole room, until an import knows better.
  await cardOf(page).getByRole('button', { name: 'Corriger la position' }).press('Enter');
  const mending = page.getByRole('form', { name: 'Corriger la position' });
  await expect(mending.getByRole('status')).toHaveText('Le repère est là où l’inventaire le place.');
  for (let n = 0; n < 4; n++) await page.keyboard.press('Shift+ArrowUp');
  await expect(mending.getByRole('status')).toHaveText('Déplacé de 20,0\u00a0m');
  await page.screenshot({ path: 'test-results/screens/mend-lamp-1920.png' });
  await mending.getByRole('button', { name: 'Enregistrer la position' }).press('Enter');
  await expect(mending).toContainText('Dites comment on le sait');
  await mending.getByRole('textbox', { name: 'Motif' }).fill('Vu sur place');
  await page.keyboard.press('Enter');
  // It went well: that is said, and warns of nothing.
  const done = page.getByRole('status').filter({ hasText: /position corrigée, 20,0\u00a0m/ });
  await expect(done).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'position corrigée' })).toHaveCount(0);
  await page.screenshot({ path: 'test-results/screens/mended-1920.png' });
  await expect(mending).toBeHidden();
  let told: string | undefined;
  colleague.client.on('message', (topic, payload) => {
    if (topic === 'room/v1/dict/02') told = payload.toString();
  });
  await colleague.client.subscribeAsync('room/v1/dict/02', { qos: 1 });
  const metres = () => {
    const { lamps } = Dictionary.parse(JSON.parse(told ?? 'null'));
    return Math.round(
      distance(lamps.find((lamp) => lamp?.id === lampId(STREET, 1))!.position, lampPosition(STREET, 1)),
    );
  };
  await expect.poll(() => told && metres()).toBe(20);
  // A look that is left changes nothing.
  await cardOf(page).getByRole('button', { name: 'Corriger la position' }).press('Enter');
  await expect(mending.getByRole('status')).toHaveText('Le repère est là où l’inventaire le place.');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await expect(mending).toBeHidden();
  await expect(cardOf(page)).toBeVisible();

  // In the lighting workspace it is done in the same way.
  await page.keyboard.press('Alt+2');
  const spot = await spotOf(page, PLACE);
  await page.mouse.click(spot.x, spot.y);
  await expect(cardOf(page).getByRole('heading')).toHaveText(LAMP);
  await cardOf(page).getByRole('button', { name: 'Corriger la position' }).press('Enter');
  await page.keyboard.press('Shift+ArrowLeft');
  await mending.getByRole('textbox', { name: 'Motif' }).fill('Plan de récolement');
  await page.screenshot({ path: 'test-results/screens/mend-lighting-1920.png' });
  await page.keyboard.press('Enter');
  await expect(page.getByText(/position corrigée, 5,0\u00a0m/)).toBeVisible();
  await expect(mending).toBeHidden();
  expect(room.hub.journal('inventory.mend').map(({ target, motive }) => [target, motive])).toEqual([
    [`lamp:${lampId(STREET, 1)}`, 'Vu sur place'],
    [`lamp:${LAMP}`, 'Plan de récolement'],
  ]);

  await page.getByRole('button', { name: 'Supervision' }).click();
  await page.getByRole('tab', { name: 'Éclairage' }).click();
  const group = page
    .getByRole('region', { name: 'Éclairage' })
    .getByRole('listitem')
    .filter({ hasText: 'Rues du centre' });
  await expect(group).toContainText('120 lampadaires');
  await expect(group).toContainText(/23:00 30.% \(90.% au passage\) · 05:30 70.% · \d\d:\d\d éteint/);

  // What is converted to LED, and what is left to do where.
  await page.getByRole('tab', { name: 'Défauts' }).click();
  await expect(page.getByText('100 lampadaires sur 120 en LED')).toBeVisible();
  const monge = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Monge' }) });
  await expect(monge.getByRole('cell')).toHaveText(['40dont 40 sans date', /^20premiers/, '0', /inconnu/]);
  const left = page.getByRole('row').filter({ hasText: 'Rues où il en reste (Monge)' });
  await left.getByText('Rues où il en reste').press('Enter');
  await expect(left.getByRole('listitem')).toHaveText([/^rue Monge.*20/]);
  await page.screenshot({ path: 'test-results/screens/led-1920.png' });
  await monge.getByRole('button', { name: /Monge, passage aux LED prévu, 20 lampadaires$/ }).press('Enter');
  const chosen = page.getByRole('region', { name: 'Sélection', exact: true });
  await expect(chosen).toContainText(/Monge, passage aux LED prévu.*20 lampadaires/);
});

test('a lamp that fails is drawn in another colour and says why', async ({ start }) => {
  const { room, page } = await openLitCity(start, 0.6);
  const spot = await spotOf(page, PLACE);
  await expect.poll(async () => brightness(await colourAt(page, spot))).toBeGreaterThan(30);
  const sound = await colourAt(page, spot);
  await room.field.lamp(LAMP, { level: 0, status: 'brokenLantern' });
  await expect.poll(async () => difference(await colourAt(page, spot), sound)).toBeGreaterThan(30);
  await page.mouse.click(spot.x, spot.y);
  await expect(lineOf(page, 'État')).toHaveText('éteint, lanterne cassée');
  await expect(lineOf(page, 'Puissance')).toHaveText(`${RATED_W}\u00a0W au plus`);
  await cardOf(page).getByRole('button', { name: 'Fermer la fiche du lampadaire' }).click();
  await page.mouse.move(0, 0);
  const faulty = await colourAt(page, spot);

  await page.keyboard.press('Shift+L');
  const legend = page.getByRole('group', { name: 'Légende, filtre la carte' });
  const broken = legend.getByRole('checkbox', { name: 'Défaut 1' });
  await expect(legend.getByRole('checkbox', { name: '50 à 74\u00a0% 119' })).toBeChecked();
  await expect(legend.getByRole('checkbox').first()).toBeFocused();
  await legend.getByRole('checkbox', { name: 'Commande non suivie' }).focus();
  await page.keyboard.press('Tab');
  await expect(broken).toBeFocused();
  await page.keyboard.press('Space');
  const hidden = mapOf(page).getByRole('status');
  await expect(hidden).toHaveText('1 état masqué, 1 lampadaire dont 1 en défaut');
  const fromFaulty = async () => difference(await colourAt(page, spot), faulty);
  await expect.poll(fromFaulty).toBeGreaterThan(20);
  await page.screenshot({ path: 'test-results/screens/legend-1920.png' });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: 'test-results/screens/legend-1366.png' });
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.keyboard.press('Escape');
  await expect(legend).toBeHidden();
  await page.getByRole('button', { name: 'Tout afficher' }).click();
  await expect(hidden).toBeEmpty();
  await expect.poll(fromFaulty).toBeLessThan(5);

  // In the lighting workspace it stands open where there is room, until somebody closes it.
  await page.keyboard.press('Alt+2');
  await expect(broken).toBeVisible();
  await expect(legend).toContainText('120 LED');
  await page.screenshot({ path: 'test-results/screens/legend-lighting-1920.png' });
  await page.keyboard.press('Shift+L');
  await expect(legend).toBeHidden();
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('region', { name: 'Sélection', exact: true })).toBeVisible();
  await expect(legend).toBeHidden();

  await page.getByRole('button', { name: 'Réglages' }).click();
  await expect(page.getByText('Par logiciel')).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/drawing-settings.png' });
});

test('a lamp observed long ago says its age, one never heard of says that', async ({ start }) => {
  const room = await start({ seats: ['seat-01'] });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  // The whole of each district is here: from now on each change is. What was told before is within half a minute only.
  await expect(mapOf(page)).toContainText('Lampadaires 0 suivis sur 120');
  await room.field.lamp(LAMP, { level: 0.6, at: Date.now() - 2 * 3_600_000 });
  await expect(mapOf(page)).toContainText('Lampadaires 1 suivis sur 120');
  const old = await spotOf(page, PLACE);
  await page.mouse.click(old.x, old.y);
  await expect(lineOf(page, 'Observé')).toHaveText(/il y a 2\u00a0h\u00a0\d\d$/);
  const silent = await spotOf(page, lampPosition('rue Monge', 1));
  await page.mouse.click(silent.x, silent.y);
  await expect(lineOf(page, 'État')).toHaveText('sans nouvelles');
  await expect(lineOf(page, 'Observé')).toHaveText('jamais observé');

  const overview = mapOf(page).getByText(/^Vue d’ensemble.: un point par carré/);
  // A step that is pressed while the map still zooms is not taken.
  await expect(async () => {
    await page.keyboard.press('-');
    await expect(overview).toBeVisible({ timeout: 500 });
  }).toPass();
  const middle = await mapOf(page).getByRole('application').boundingBox();
  await page.mouse.click(middle!.x + middle!.width / 2, middle!.y + middle!.height / 2);
  await expect(overview).toBeHidden();
});
