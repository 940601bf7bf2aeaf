import electron from 'electron';
import { Program } from './program.ts';

/** Opens the console: Electron, or what stands in for it. */
export function openConsole(config: string, args: readonly string[]): Program {
  const withScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const watched = args.some((arg) => arg.startsWith('--remote-debugging-port'));
  if (!withScreen && !watched)
    process.stdout.write(
      'There is no display here, so the console runs without a window. To look at it:\n' +
        '  npm start -- --remote-debugging-port=9222\n' +
        'and open chrome://inspect in a Chromium that can reach this machine.\n',
    );
  // Imported outside Electron, the package is the path of its executable.
  const command = electron as unknown as string;
  return new Program({ name: 'console', command, args: ['.', '--config', config, ...args] });
}
