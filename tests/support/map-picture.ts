import type { Page } from '@playwright/test';
import type { Position } from '../../src/shared/geo/position.ts';

/** Where the map opens: see HOME in src/renderer/app/on-map.ts. */
const HOME: Position = [5.0415, 47.322];
const ZOOM = 15;
const WORLD = 256 * 2 ** ZOOM;

/** Web Mercator, written once more so that the console's own arithmetic is not its judge. */
const worldX = (lon: number): number => ((lon + 180) / 360) * WORLD;
const worldY = (lat: number): number =>
  (0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * WORLD;

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where on the page a place of the city is, while the map stands as it opened. */
export async function spotOf(page: Page, [lon, lat]: Position): Promise<Spot> {
  const box = await page.getByRole('region', { name: 'Carte' }).getByRole('application').boundingBox();
  if (box === null) throw new Error('there is no map');
  return {
    x: box.x + box.width / 2 + worldX(lon) - worldX(HOME[0]),
    y: box.y + box.height / 2 + worldY(lat) - worldY(HOME[1]),
  };
}

/** Mean of each colour, 0–255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** What one sees round a spot, out of a picture of the page: whatever lies over it counts. */
export async function colourAt(page: Page, { x, y }: Spot, reach = 4): Promise<Colour> {
  const clip = { x: Math.round(x) - reach, y: Math.round(y) - reach, width: 2 * reach, height: 2 * reach };
  const png = await page.screenshot({ clip });
  return page.evaluate(
    async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const mean = (channel: number) =>
        data.filter((_, i) => i % 4 === channel).reduce((sum, value) => sum + value, 0) / (data.length / 4);
      return [mean(0), mean(1), mean(2)] as const;
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
}

export const brightness = ([red, green, blue]: Colour): number => (red + green + blue) / 3;
/** How far two colours are apart, in the channel that tells most. */
export const difference = (a: Colour, b: Colour): number =>
  Math.max(...a.map((channel, i) => Math.abs(channel - b[i]!)));
