import type { CDPSession, Page } from '@playwright/test';
import { cpuOf } from '../process-tree.ts';
import type { Name } from './page/rivals.ts';

/** What one way of drawing took, one value a round. */
export interface Taken {
  readonly first: number[];
  /** CPU of all the browser's processes, and its main thread, in ms a second of 1,000 changes */
  readonly cpu: number[];
  readonly live: number[];
  readonly burst: number[];
  /** median of a round */
  readonly hover: number[];
  /** MiB on top of the city and the empty map */
  readonly heap: number[];
  readonly frameMedian: number[];
  readonly frameP95: number[];
  readonly zoomP95: number[];
  readonly longest: number[];
}
export const nothingTaken = (): Taken => ({
  first: [],
  cpu: [],
  live: [],
  burst: [],
  hover: [],
  heap: [],
  frameMedian: [],
  frameP95: [],
  zoomP95: [],
  longest: [],
});

export interface Pace {
  /** of each of two measures that take their time, ms */
  readonly ms: number;
  readonly hovers: number;
  /** in and out, half of them each */
  readonly zooms: number;
}

export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

async function metric(cdp: CDPSession, name: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)?.value ?? Number.NaN;
}
async function heap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await metric(cdp, 'JSHeapUsedSize')) / 2 ** 20;
}

/** Seconds of CPU of whatever runs below this process, which is the browser. */
const browserCpu = (): number =>
  cpuOf(process.pid) - process.cpuUsage().user / 1e6 - process.cpuUsage().system / 1e6;

/** By hand: half a second in one direction, then in another, as far as a wrist goes. */
async function drag(page: Page, ms: number): Promise<void> {
  const ends = performance.now() + ms;
  for (let turn = 0; performance.now() < ends; turn++) {
    const [x, y] = [960, 540];
    await page.mouse.move(x, y);
    await page.mouse.down();
    const [dx, dy] = [Math.cos((turn * Math.PI) / 2), Math.sin((turn * Math.PI) / 2)];
    for (let step = 1; step <= 30; step++) await page.mouse.move(x + 12 * step * dx, y + 12 * step * dy);
    await page.mouse.up();
  }
}

/** One round of one way of drawing, on the map that is open. */
export async function measure(
  page: Page,
  name: Name,
  { ms, hovers, zooms }: Pace,
  into: Taken,
): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const before = await heap(cdp);
  await page.evaluate(() => window.mapPage.longest());
  into.first.push(await page.evaluate((name) => window.mapPage.show(name), name));
  into.heap.push((await heap(cdp)) - before);
  // What the browser still does about its start and the first picture is no part of what changes cost.
  await page.waitForTimeout(ms / 2);
  const [busy, used] = [await metric(cdp, 'TaskDuration'), browserCpu()];
  await page.evaluate((ms) => window.mapPage.live(ms, 1_000), ms);
  into.cpu.push((browserCpu() - used) * (1_000_000 / ms));
  into.live.push(((await metric(cdp, 'TaskDuration')) - busy) * (1_000_000 / ms));
  into.burst.push(await page.evaluate(() => window.mapPage.burst()));
  into.hover.push(quantile(await page.evaluate((times) => window.mapPage.hover(times), hovers), 0.5));
  const moving = page.evaluate((ms) => window.mapPage.live(ms, 2_000), ms);
  await drag(page, ms);
  const frames = await moving;
  into.frameMedian.push(quantile(frames, 0.5));
  into.frameP95.push(quantile(frames, 0.95));
  await page.evaluate(() => window.mapPage.zoomTo(14));
  into.zoomP95.push(quantile(await page.evaluate((times) => window.mapPage.zooms(times), zooms), 0.95));
  into.longest.push(await page.evaluate(() => window.mapPage.longest()));
  await page.evaluate(() => window.mapPage.hide());
  await cdp.detach();
}
