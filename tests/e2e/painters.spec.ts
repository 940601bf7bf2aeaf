import { expect, type Page, test } from '@playwright/test';
import { Mark, Ring } from '../../src/renderer/features/map/painter/mark.ts';
import { openPainters } from '../support/painters.ts';
import type {} from './painters/main.ts';

/** What two painters may differ by: rounding, and a lamp on the very border of two phases. */
const MEAN = 0.05;
const OFF = 0.0005;

/** How far the map is from a picture of it, mean of all channels, of 255. */
async function apart(page: Page, picture: Buffer): Promise<number> {
  const now = await page.screenshot();
  return page.evaluate(
    async (urls) => {
      const [a, b] = await Promise.all(
        urls.map(async (url) => {
          const image = new Image();
          image.src = url;
          await image.decode();
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      return a!.reduce((sum, value, i) => sum + Math.abs(value - b![i]!), 0) / a!.length;
    },
    [picture, now].map((png) => `data:image/png;base64,${png.toString('base64')}`),
  );
}

test('both painters draw the same lamps, and the map goes on by software while the card is lost', async () => {
  const { page, complaints, close } = await openPainters();
  for (const [zoom, ratio] of [
    [12, 1],
    [14, 1],
    [15, 1.5],
    [17, 2],
    [19, 1],
  ] as const)
    await test.step(`the same picture at zoom ${zoom}, ${ratio} pixels a pixel`, async () => {
      const { mean, off, inked } = await page.evaluate(
        ([zoom, ratio]) => window.paintersPage.compare(zoom, ratio),
        [zoom, ratio] as const,
      );
      expect(inked).toBeGreaterThan(0.001);
      expect(mean).toBeLessThan(MEAN);
      expect(off).toBeLessThan(OFF);
    });

  await test.step('the same picture with signs hidden', async () => {
    const marks = (1 << Mark.fault) | (1 << Mark.noNews);
    const few = await page.evaluate((shown) => window.paintersPage.compare(16, 1, shown), {
      marks,
      rings: 1 << Ring.override,
    });
    const all = await page.evaluate(() => window.paintersPage.compare(16, 1));
    expect(few.inked).toBeLessThan(all.inked / 2);
    expect(few.mean).toBeLessThan(MEAN);
  });

  await test.step('lost, drawn by software at once, and given back', async () => {
    const status = () => page.evaluate(() => window.paintersPage.told.at(-1));
    const empty = await page.screenshot();
    await page.evaluate(() => window.paintersPage.open('webgl'));
    expect(await status()).toMatchObject({ painter: 'webgl', why: 'chosen' });
    await expect.poll(() => apart(page, empty)).toBeGreaterThan(1);
    const byCard = await page.screenshot();
    await page.evaluate(() => window.paintersPage.lose());
    await expect.poll(status).toMatchObject({ painter: 'splat', why: 'lost' });
    await expect.poll(() => apart(page, byCard)).toBeLessThan(MEAN);
    await page.evaluate(() => window.paintersPage.restore());
    await expect.poll(status).toMatchObject({ painter: 'webgl', why: 'chosen' });
    await expect.poll(() => apart(page, byCard)).toBe(0);
  });

  await test.step('by itself it takes no card that the processor imitates', async () => {
    await page.evaluate(() => window.paintersPage.choose('auto'));
    expect(await page.evaluate(() => window.paintersPage.told.at(-1))).toMatchObject({
      painter: 'splat',
      why: 'software',
      renderer: expect.stringContaining('SwiftShader'),
    });
  });
  expect(complaints).toEqual([]);
  await close();
});
