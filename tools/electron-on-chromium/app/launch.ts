import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Chromium } from '../chromium/chromium.ts';
import { hasSwitch, host } from '../host.ts';
import { nativeTheme } from '../modules/native-theme.ts';
import { setScreens } from '../modules/screen.ts';
import { adoptTargets } from '../window/targets.ts';
import { app } from './app.ts';
import { chromiumGone } from './lifecycle.ts';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void app.quit());

/** Starts Chromium once the application's main script has run, and tells the application that it is ready. */
export async function launch(): Promise<void> {
  if (host.quitting) return;
  const hasDisplay = process.platform === 'darwin' || !!(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const profile = join(app.getPath('userData'), 'Chromium');
  mkdirSync(profile, { recursive: true });
  // `--screen-info` describes screens that only headless Chromium can have.
  const headless = !hasDisplay || hasSwitch('headless') || hasSwitch('screen-info');
  const chromium = new Chromium({ headless, profile, switches: host.switches });
  try {
    await prepare(chromium);
  } catch (error) {
    if (host.quitting) return;
    chromium.kill();
    console.error(`electron-on-chromium: Chromium did not start (${(error as Error).message})`);
    console.error(chromium.lastLines);
    process.exit(1);
  }
  void chromium.exited.then(chromiumGone);
  host.chromium = chromium;
  app._becomeReady();
  app.getGPUInfo().then(
    () => app.emit('gpu-info-update'),
    () => {}, // Chromium has left meanwhile
  );
}

async function prepare(chromium: Chromium): Promise<void> {
  const { browser, pipe } = chromium;
  const { product } = await browser.send('Browser.getVersion');
  Object.assign(process.versions, { chrome: product.split('/')[1] });
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const probe = pipe.session(sessionId);
  setScreens((await probe.send('Emulation.getScreenInfos')).screenInfos);
  const { result } = await probe.send('Runtime.evaluate', {
    expression: "matchMedia('(prefers-color-scheme: dark)').matches",
  });
  nativeTheme._set(result.value === true);
  await browser.send('Target.closeTarget', { targetId });
  await adoptTargets(chromium);
  // Playwright connects as soon as it reads this line: it must not see the probe's page.
  chromium.announce();
}
