import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PresenceWave } from '../../src/city/lamps/presence-wave.ts';
import type { CityPlan, PlanLookup } from '../../src/city/plan/index.ts';
import type { LampId } from '../../src/shared/ids.ts';
import { Dictionary } from '../../src/shared/lamp/dictionary.ts';
import type { PresenceProfile } from '../../src/shared/lighting/model.ts';
import { expect, test } from '../support/e2e.ts';
import { importInventory } from '../support/import-command.ts';
import { brightness, colourAt, spotOf } from '../support/map-picture.ts';
import { signIn } from '../support/operator.ts';
import { shippedPlan, writePlan } from '../support/plan.ts';
import { lampId, lampPosition, smallLamps } from '../support/small-city.ts';

const STREET = 'rue Chabot-Charny';
const LAMPS = 20;
const [BASE, RAISED] = [0.2, 1];

/** The wave of the demo city's gateways, over one street of the small one. */
function waveOf(street: string) {
  const lamps = Array.from({ length: LAMPS }, (_, n) => ({ id: lampId(street, n) as LampId, street }));
  const plan = { lamps } as unknown as CityPlan;
  const wave = new PresenceWave(plan, { lampsOfStreet: () => plan.lamps } as unknown as PlanLookup);
  const id = 'rue' as PresenceProfile['id'];
  const profile = { id, name: 'Rue', base: 20, raised: 100, holdSeconds: 30, ahead: 2 };
  let seconds = 0;
  return {
    /** Somebody has come from one lamp to the next. @returns how each burns then, 0–1 */
    step(lamp: number): readonly number[] {
      seconds += 20;
      const time = seconds * 1_000;
      wave.sensed({ lamp, present: true, heading: 1 }, profile, time);
      if (lamp > 0) wave.sensed({ lamp: lamp - 1, present: false, heading: 1 }, profile, time);
      return lamps.map((_, n) => (wave.isAwake(n, time) ? RAISED : BASE));
    },
  };
}

test('a walk is seen as light that moves along: lamps rise ahead and fall behind', async ({ start }) => {
  const room = await start({ seats: ['seat-01'] });
  await room.field.lamps(smallLamps, { level: BASE });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  await expect(page.getByRole('region', { name: 'Carte' })).toContainText('Lampadaires 120 suivis sur 120');
  const spots = await Promise.all(
    Array.from({ length: LAMPS }, (_, n) => spotOf(page, lampPosition(STREET, n))),
  );
  const light = async (n: number) => brightness(await colourAt(page, spots[n]!, 2));
  const dim = await light(12);
  /** Of these lamps, which burn as for somebody who passes. */
  const lit = async (lamps: readonly number[]) => {
    const seen: number[] = [];
    for (const n of lamps) if ((await light(n)) > dim + 30) seen.push(n);
    return seen;
  };

  const wave = waveOf(STREET);
  let burning: readonly number[] = Array(LAMPS).fill(BASE);
  for (let at = 0; at < LAMPS; at++) {
    const next = wave.step(at);
    for (const [n, level] of next.entries())
      if (level !== burning[n]) await room.field.lamp(lampId(STREET, n), { level });
    burning = next;
    if (at % 6 === 5) {
      const looked = [at - 5, at, at + 2, at + 5].filter((n) => n >= 0 && n < LAMPS);
      await expect.poll(() => lit(looked)).toEqual(looked.filter((n) => n === at || n === at + 2));
    }
  }
});

test('an inventory imported twice is a difference: who leaves is a tombstone, and nothing else is lost', async ({
  start,
}) => {
  const plan = { lighting: { plan: writePlan(shippedPlan()) } };
  const room = await start({ hub: { dictionaries: undefined, streets: undefined, config: plan } });
  const hub = join(room.folder, 'hub');
  const colleague = await room.colleague('seat-02', 'p-2');
  const told = new Map<string, string>();
  colleague.client.on('message', (topic, payload) => told.set(topic, payload.toString()));
  await colleague.client.subscribeAsync('room/v1/dict/+', { qos: 1 });
  /** The lamps that seats are told of, each in its place. */
  const known = (): readonly (string | null)[] =>
    [...told.values()]
      .filter((json) => json !== '')
      .flatMap((json) => Dictionary.parse(JSON.parse(json)).lamps.map((lamp) => lamp?.id ?? null));
  const write = (lamps: readonly number[]) => {
    const row = (n: number) => [`LA-${n}`, ...lampPosition(STREET, n), STREET, 'Dijon', 'ARM-1'].join(';');
    writeFileSync(
      join(hub, 'lamps.csv'),
      ['id;lon;lat;street;commune;cabinet', ...lamps.map(row)].join('\n'),
    );
  };
  const fields = { id: 'id', position: { x: 'lon', y: 'lat' }, cabinet: 'cabinet' };
  const source = { kind: 'lamp', file: 'lamps.csv', format: 'csv', separator: ';' };
  const mapping = join(hub, 'mapping.yaml');
  const named = { ...fields, street: 'street', commune: 'commune' };
  const [crossings, only] = ['passages.geojson', { highway: ['crossing'] }];
  const crossed = { kind: 'crossing', file: crossings, format: 'geojson', only, fields: { id: '@id' } };
  writeFileSync(mapping, JSON.stringify({ sources: [{ ...source, fields: named }, crossed] }));
  const properties = { '@id': 'node/1', highway: 'crossing', crossing: 'uncontrolled' };
  const geometry = { type: 'Point', coordinates: lampPosition(STREET, 14.4) };
  const features = [{ type: 'Feature', properties, geometry }];
  writeFileSync(join(hub, crossings), JSON.stringify({ type: 'FeatureCollection', features }));
  const all = Array.from({ length: LAMPS }, (_, n) => n);
  write(all);

  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  const map = page.getByRole('region', { name: 'Carte' });
  const dry = await importInventory(hub, mapping, '--dry-run');
  expect(dry).toMatchObject({ code: 0, said: expect.stringContaining('Essai à blanc') });
  expect(told.size).toBe(0);
  const first = await importInventory(hub, mapping);
  expect(first).toMatchObject({ code: 0, said: expect.stringContaining('Le concentrateur l’a repris') });
  await expect(map).toContainText('Lampadaires 0 suivis sur 20');
  await room.field.lamps(
    all.map((n) => `LA-${n}`),
    { level: 0.7 },
  );
  await expect(map).toContainText('Lampadaires 20 suivis sur 20');
  const again = await importInventory(hub, mapping);
  expect(again.said).toMatch(/ajoutés\u202f: 0\n.*retirés\u202f: 0\n/);
  const before = known();

  // Its seventh lamp was taken down: one place is empty, the others stay where they are and as they were.
  const spot = await spotOf(page, lampPosition(STREET, 7));
  await page.mouse.click(spot.x, spot.y);
  const card = page.getByRole('region', { name: 'Lampadaire', exact: true });
  await expect(card.getByRole('heading')).toHaveText('LA-7');
  write(all.filter((n) => n !== 7));
  const second = await importInventory(hub, mapping);
  expect(second.said).toMatch(/ajoutés\u202f: 0\n.*retirés\u202f: 1\n/);
  await expect(map).toContainText('Lampadaires 19 suivis sur 19');
  await expect.poll(known).toEqual(before.map((id) => (id === 'LA-7' ? null : id)));
  await page.screenshot({ path: 'test-results/screens/inventory-1920.png' });
  const neighbour = await spotOf(page, lampPosition(STREET, 12));
  await page.mouse.click(neighbour.x, neighbour.y);
  await expect(card.getByRole('heading')).toHaveText('LA-12');
  await expect(card).toContainText('70\u00a0%');

  // The crossing between two lamps, by the keyboard: what lights it, and why that is not dimmed.
  await page.keyboard.press('Shift+T');
  await page.getByRole('combobox', { name: 'Liste' }).selectOption('Passages piétons');
  await page.getByRole('listbox', { name: 'Passages piétons' }).press('Enter');
  const crossing = page.getByRole('region', { name: 'Passage piéton' });
  await expect(crossing).toContainText(`${STREET} · Dijon`);
  await expect(crossing).toContainText('60\u00a0% la nuit');
  await expect(crossing.getByRole('button', { name: /^LA-1[45] · 70/ })).toHaveCount(2);
  await crossing.getByRole('button', { name: /^LA-14/ }).click();
  await expect(card.getByRole('heading')).toHaveText('LA-14');
  await expect(card).toContainText(`60\u00a0% la nuit, Passages piétons\u202f: ${STREET}, à 12\u00a0m`);
});
