import { host } from '../host.ts';
import { prevented } from '../preventable.ts';
import { windows } from '../window/registry.ts';
import { app } from './app.ts';

/** `app.quit`: asks every window and the application; any of them may refuse. */
export async function quit(code = 0): Promise<void> {
  if (host.quitting || prevented(app, 'before-quit')) return;
  host.quitting = true;
  for (const window of [...windows.values()]) window.close();
  if (windows.size > 0 || prevented(app, 'will-quit')) {
    host.quitting = false;
    return;
  }
  await app.exit(code);
}

/** `app.exit`: asks nobody. The process ends when Chromium has. */
export async function exit(code: number): Promise<void> {
  host.quitting = true;
  for (const window of [...windows.values()]) window.destroy();
  await host.chromium?.close();
  app.emit('quit', {}, code);
  process.exit(code);
}

/** Chromium has ended unasked: with windows open it has crashed, without it has left after the last was closed. */
export async function chromiumGone(how: string): Promise<void> {
  if (host.quitting) return;
  const crashed = windows.size > 0;
  if (crashed) console.error(`electron-on-chromium: Chromium has gone (${how})`);
  for (const window of [...windows.values()]) window.destroy();
  await quit(crashed ? 1 : 0);
}
