import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Rectangle } from 'electron';
import type { Chromium } from '../chromium/chromium.ts';
import { findChromium } from '../chromium/find.ts';
import { rootFlags } from '../chromium/flags.ts';
import { type Target, targetAt } from './targets.ts';

/** Opens an empty page in a window of its own with these bounds (outer, in DIP). */
export function openPage(chromium: Chromium, bounds: Rectangle): Promise<Target> {
  return chromium.options.headless ? openHeadless(chromium, bounds) : openOnDisplay(chromium, bounds);
}

async function openHeadless({ browser }: Chromium, { x, y, width, height }: Rectangle): Promise<Target> {
  const place = { left: x, top: y, width, height };
  const url = `about:blank#${randomUUID()}`;
  const opened = targetAt(url);
  await browser.send('Target.createTarget', { url, newWindow: true, ...place });
  return opened;
}

/**
 * The protocol opens windows with tabs and an address bar only. But `chromium --app=URL`, run once more on the same
 * profile, makes the Chromium already running open a bare one.
 */
async function openOnDisplay(
  { browser, options }: Chromium,
  { x, y, width, height }: Rectangle,
): Promise<Target> {
  const url = `data:text/html,${randomUUID()}`;
  const flags = [`--user-data-dir=${options.profile}`, `--app=${url}`, ...rootFlags()];
  const opened = targetAt(url);
  const failed = new Promise<never>((_resolve, reject) => {
    spawn(findChromium(), flags, { stdio: 'ignore' })
      .on('error', reject)
      .on('exit', (code) => {
        if (code !== 0) reject(new Error(`chromium --app ended with ${code}`));
      });
  });
  const target = await Promise.race([opened, failed]);
  const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId: target.targetId });
  await browser.send('Browser.setWindowBounds', { windowId, bounds: { left: x, top: y, width, height } });
  return target;
}
