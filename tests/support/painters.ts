import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build, type InlineConfig, preview } from 'vite';
import { findChromium } from '../../tools/electron-on-chromium/chromium/find.ts';

/** The page of both painters in a browser of its own, with WebGL on the processor: this machine may have no card. */
export async function openPainters(): Promise<{
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}> {
  const outDir = mkdtempSync(join(tmpdir(), 'vigie-painters-'));
  const root = resolve(import.meta.dirname, '../e2e/painters');
  const config: InlineConfig = { root, configFile: false, logLevel: 'error' };
  await build({ ...config, build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 4_096 } });
  const server = await preview({ ...config, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await page.waitForFunction(() => window.paintersPage !== undefined);
  return {
    page,
    complaints,
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
