import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build, type InlineConfig, preview } from 'vite';
import { findChromium } from '../tools/electron-on-chromium/chromium/find.ts';
import { openField } from './map/field.ts';
import { aloneOnes, measureLatency } from './map/latency.ts';
import { measure, nothingTaken, type Taken } from './map/measure.ts';
import { MIDDLE } from './map/page/city.ts';
import type {} from './map/page/main.ts';
import type { Name } from './map/page/rivals.ts';
import { latencyRows, mapRows } from './map/rows.ts';
import { report } from './report.ts';

/**
 * `npm run bench:map`: our two painters against Leaflet's circle markers on one canvas and as SVG, markercluster and
 * glify, with the same radius and ten paintings a second at most, for 34,000 and 340,000 lamps; then how long a lamp's
 * message takes from the broker through hub and seat to the pixel that shows it. Run it alone. `--short`
 * is one quick round of the fewer lamps that only shows whether it runs; `--gpu` lets the browser use the machine's card.
 *
 * Without a card each runs as on a seat without one (`src/main/gpu.ts`): drawn by plain software, and only what needs
 * WebGL on a card that the processor imitates. All by such a card would flatter who paints least on the main thread.
 */
const short = process.argv.includes('--short');
const card = process.argv.includes('--gpu');
const ROUNDS = short ? 1 : 3;
/** Lamps that are looked at until a change of theirs is seen. */
const PROBES = short ? 4 : 40;
const PACE = short ? { ms: 500, hovers: 3, zooms: 2 } : { ms: 4_000, hovers: 40, zooms: 8 };
/** Of 340,000 lamps SVG would make as many elements, and markercluster a tree of as many objects: left out. */
const FEW: readonly Name[] = [
  'empty',
  'splat',
  'canvas',
  'svg',
  'markercluster',
  'emptyWebgl',
  'webgl',
  'glify',
];
const NAMES: Readonly<Record<number, readonly Name[]>> = {
  34000: FEW,
  340000: FEW.filter((name) => name !== 'svg' && name !== 'markercluster'),
};
const BY_WEBGL: readonly Name[] = ['emptyWebgl', 'webgl', 'glify'];
const flagsOf = (name: Name): readonly string[] => {
  if (card) return ['--use-angle=default', '--ignore-gpu-blocklist'];
  return BY_WEBGL.includes(name)
    ? ['--use-angle=swiftshader', '--enable-unsafe-swiftshader']
    : ['--disable-gpu'];
};

const outDir = mkdtempSync(join(tmpdir(), 'vigie-bench-map-'));
const root = join(import.meta.dirname, 'map/page');
const config: InlineConfig = { root, configFile: false, logLevel: 'error' };
await build({ ...config, build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 4_096 } });
const server = await preview({ ...config, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
const taken: Record<string, Record<string, Taken>> = {};
for (const [count, names] of Object.entries(NAMES).slice(0, short ? 1 : undefined)) {
  const of: Record<string, Taken> = Object.fromEntries(names.map((name) => [name, nothingTaken()]));
  taken[count] = of;
  for (let round = 0; round < ROUNDS; round++)
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      // A browser each: what one leaves behind is not for the next to collect.
      const args = ['--enable-precise-memory-info', ...flagsOf(name)];
      const browser = await chromium.launch({ executablePath: findChromium(), args });
      const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
      await page.goto(server.resolvedUrls?.local[0] ?? '');
      await page.evaluate((count) => window.mapPage.open(count), Number(count));
      await measure(page, name, PACE, of[name]!);
      await browser.close();
    }
}
const latencies: Record<'splat' | 'canvas', number[][]> = { splat: [], canvas: [] };
const field = await openField(34_000);
const probes = aloneOnes(field, MIDDLE);
for (let round = 0; round < ROUNDS; round++)
  for (const name of ['splat', 'canvas'] as const) {
    const browser = await chromium.launch({ executablePath: findChromium(), args: [...flagsOf(name)] });
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    const part = 2 * round + (name === 'splat' ? 0 : 1);
    const lamps = probes.slice(part * PROBES, (part + 1) * PROBES);
    latencies[name].push([...(await measureLatency(page, name, field, lamps))]);
    await browser.close();
  }
await field.stop();
await server.close();
rmSync(outDir, { recursive: true, force: true });
process.exit(report('map', [...mapRows(taken, card), ...latencyRows(latencies)]) ? 0 : 1);
