import type { Locator, Page } from '@playwright/test';
import { readStrip, type StripReading } from '../../src/city/cameras/loops/raster/strip.ts';

/** A camera's tile by its name, whatever state it is in. */
export const tileOf = (page: Page, name: string): Locator =>
  page.getByRole('figure', { name: new RegExp(`^${name}, `) });

/** The tile in one state, as its accessible name says it. */
export const tileIn = (page: Page, name: string, state: string): Locator =>
  page.getByRole('figure', { name: `${name}, ${state}`, exact: true });

/** The tile while it plays. On a busy machine it may be late, and then says so: that is live too. */
export const tilePlaying = (page: Page, name: string): Locator =>
  page.getByRole('figure', { name: new RegExp(`^${name}, en direct`) });

/** Frames that the tile has shown since its video began. */
export const framesOf = (tile: Locator): Promise<number> =>
  tile
    .locator('video')
    .evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames);

/** The strip that the camera draws into its picture, read from the picture that the tile shows. */
export async function stripOf(tile: Locator): Promise<StripReading | undefined> {
  const bottom = await tile.locator('video').evaluate((video: HTMLVideoElement) => {
    const [width, height] = [video.videoWidth, video.videoHeight];
    if (width === 0) return [];
    const context = new OffscreenCanvas(width, height).getContext('2d')!;
    context.drawImage(video, 0, 0);
    const { data } = context.getImageData(0, Math.floor(height * (1 - 1 / 120)), width, 1);
    return Array.from({ length: width }, (_, x) => (data[4 * x]! + data[4 * x + 1]! + data[4 * x + 2]!) / 3);
  });
  return readStrip((x) => bottom[Math.floor(x * bottom.length)] ?? 0);
}
