import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { LampField } from './field.ts';
import type { Name } from './page/rivals.ts';

/** Reports of other lamps that arrive meanwhile, a second. */
const PER_SECOND = 500;
const EVERY_MS = 50;
/** No other lamp is this near to one that is looked at, degrees of latitude: its pixel is its own. */
const ALONE = 0.00025;
/** Half of what is surely seen of the city, degrees. */
const SEEN = { lon: 0.03, lat: 0.01 } as const;

/**
 * Lamps that stand alone within what is seen: each goes out when it is looked at, and none is looked at twice.
 * @param middle degrees
 */
export function aloneOnes({ lon, lat }: LampField, middle: readonly [number, number]): readonly number[] {
  const seen = Array.from(lon, (_, lamp) => lamp).filter(
    (lamp) => Math.abs(lon[lamp]! - middle[0]) < SEEN.lon && Math.abs(lat[lamp]! - middle[1]) < SEEN.lat,
  );
  const near = (a: number, b: number) =>
    Math.abs(lat[a]! - lat[b]!) < ALONE && Math.abs(lon[a]! - lon[b]!) < 1.5 * ALONE;
  return seen.filter((lamp) => seen.every((other) => other === lamp || !near(lamp, other)));
}

/**
 * From a gateway's message at the broker to the pixel that shows it: through hub, district frame and seat, while other
 * lamps report. @returns ms, one value for each of `lamps`
 */
export async function measureLatency(
  page: Page,
  name: Name,
  field: LampField,
  lamps: readonly number[],
): Promise<readonly number[]> {
  await page.evaluate((count) => window.mapPage.open(count), field.lon.length);
  await page.evaluate((name) => window.mapPage.show(name), name);
  const stop = field.onBatch((bytes) => {
    const base64 = Buffer.from(bytes).toString('base64');
    page.evaluate((base64) => window.mapPage.apply(base64), base64).catch(() => {}); // closed meanwhile
  });
  const random = xoroshiro128plus(5);
  const below = (n: number): number => (random.next() >>> 0) % n;
  const kept = new Set(lamps);
  const others = setInterval(() => {
    for (let n = 0; n < (PER_SECOND * EVERY_MS) / 1_000; n++) {
      const lamp = below(field.lon.length);
      if (!kept.has(lamp)) field.say(lamp, below(101) / 100);
    }
  }, EVERY_MS);
  const taken: number[] = [];
  for (const lamp of lamps) {
    await wait(below(250)); // no probe keeps step with the hub's tick
    await page.evaluate(([lon, lat]) => window.mapPage.watch(lon, lat), [
      field.lon[lamp]!,
      field.lat[lamp]!,
    ] as const);
    const sent = field.say(lamp, 0);
    taken.push((await page.evaluate(() => window.mapPage.changed())) - sent);
  }
  clearInterval(others);
  stop();
  return taken;
}
