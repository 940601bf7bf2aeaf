import { expect, test } from '../support/e2e.ts';
import { rowOf, signIn } from '../support/operator.ts';
import { lampId, smallDictionaries } from '../support/small-city.ts';

const STREETS = ['rue de la Liberté', 'rue Monge', 'boulevard de Brosses'];
/** Three cabinets of twenty lamps each, fed by one feeder. */
const LAMPS = STREETS.flatMap((street) => Array.from({ length: 20 }, (_, n) => lampId(street, n)));
const dictionaries = smallDictionaries.map((dictionary) => ({
  ...dictionary,
  lamps: dictionary.lamps.map((lamp) =>
    lamp === null || !STREETS.includes(lamp.street)
      ? lamp
      : { ...lamp, circuit: 'HTA-7', sharedCircuit: true as const },
  ),
}));
const config = {
  lighting: { faultSettleSeconds: 1, faultQuietSeconds: 1, faultLongestSeconds: 5 },
};

/** « 03:07 » on the walls of the room. */
const inDijon = (): string =>
  new Intl.DateTimeFormat('fr', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' }).format();

test('a feeder trip raises one alarm: acknowledged with its ticket, shelved with end and motive, woken, over', async ({
  start,
}) => {
  const room = await start({ hub: { dictionaries, config } });
  const colleague = await room.colleague('seat-02', 'p-2');
  const { page } = await room.open('seat-01');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await signIn(page, 'Camille Petit');
  const list = (name: string) => page.getByRole('list', { name, exact: true });

  // The seat's computer is set to Auckland, the room is in Dijon.
  await expect(page.getByRole('banner').locator('time')).toHaveText(new RegExp(`${inDijon()}:\\d\\d$`));
  await room.field.lamps(LAMPS, { level: 0, status: 'defectiveLamp' });
  await expect(rowOf(page, '60 lampadaires en panne')).toHaveCount(1);
  await page.getByRole('button', { name: /^Alarmes de ce poste : charge acceptable/ }).click();
  await expect(list('À acquitter').getByRole('listitem')).toHaveCount(1);
  await expect(list('À acquitter')).toContainText('Départ HTA-7');

  await page.keyboard.press('j');
  await page.screenshot({ path: 'test-results/screens/alarms-1920.png' });
  await page.keyboard.press('a');
  await expect(list('Acquittées')).toContainText('acquittée par C. Petit');
  await expect(
    page.getByRole('button', { name: /^Alarmes de ce poste : charge acceptable, 1 en 1 h/ }),
  ).toBeVisible();
  const tickets = await colleague.snapshot();
  expect(tickets).toHaveLength(1);
  expect(tickets[0]).toMatchObject({ kind: 'feederFault', acknowledgedBy: { person: 'p-1' } });

  await page.keyboard.press('z');
  const dialog = page.getByRole('dialog', { name: /^Mettre en veille/ });
  await expect(dialog.getByRole('radio', { name: '2. 30 minutes' }), 'the one that is chosen').toBeFocused();
  await page.keyboard.press('3');
  await expect(dialog.getByRole('radio', { name: '3. 1 heure' })).toBeChecked();
  await dialog.getByRole('textbox', { name: 'Motif' }).fill('Enedis au poste Monge');
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: 'test-results/screens/alarms-shelve-1366.png' });
  await page.keyboard.press('Enter');
  await expect(list('En veille')).toContainText('C. Petit : « Enedis au poste Monge »');
  await expect(list('En veille')).toContainText(
    /jusqu’à (?:\d+\u00a0\S+ )?\d\d:\d\d:\d\d, encore 59\u00a0min/,
  );
  await expect(list('En veille').getByRole('button', { name: /^Ouvrir/ })).toBeFocused();
  await page.screenshot({ path: 'test-results/screens/alarms-1366.png' });
  expect(room.hub.journal('alarm.shelve')).toMatchObject([
    { person: 'p-1', motive: 'Enedis au poste Monge', payload: { code: 'OK', minutes: 60 } },
  ]);

  await page.keyboard.press('z');
  await expect(list('À acquitter')).toContainText('Active, à acquitter');
  await room.field.lamps(LAMPS, { level: 0.6 });
  await expect(list('À acquitter')).toContainText('Terminée, à acquitter');
  await page.keyboard.press('Alt+1');
  await expect(rowOf(page, '60 lampadaires en panne')).toContainText(`Rétabli à ${inDijon()}`);
  await page.getByRole('button', { name: /^Alarmes de ce poste/ }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await expect(list('Revenues à la normale depuis moins d’une heure').getByRole('listitem')).toHaveCount(1);
  expect(await colleague.snapshot()).toHaveLength(1);

  await room.field.lamps(LAMPS.slice(0, 2), { level: 0.6, status: 'brokenLantern' });
  await page.getByRole('tab', { name: 'Défauts' }).click();
  await expect(page.getByRole('cell', { name: /2 lanternes signalées cassées/ })).toBeVisible({
    timeout: 10_000,
  });
  // The hub has opened one for each of them: the row says so, and opens no other.
  await expect(page.getByRole('button', { name: /^Intervention \d+ : / })).toBeVisible();
  await page.getByRole('button', { name: /^Choisir sur la carte\s: rue de la Liberté$/ }).press('Enter');
  await expect(page.getByRole('region', { name: 'Sélection' })).toContainText('2 lampadaires');
});
