import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { switchValue } from '../host.ts';
import { LackingError } from '../lacking.ts';

const overridden = new Map<string, string>();

/** `app.setPath`. */
export function setPath(name: string, path: string): void {
  overridden.set(name, path);
}

/** `app.getPath`: XDG folders on Linux, Library on macOS. */
export function getPath(application: string, name: string): string {
  const given = overridden.get(name);
  if (given !== undefined) return given;
  const nested = (parent: string, child: string) => join(getPath(application, parent), child);
  switch (name) {
    case 'home':
      return homedir();
    case 'temp':
      return tmpdir();
    case 'exe':
      return process.execPath;
    case 'appData':
      return appData();
    case 'userData':
      return switchValue('user-data-dir') || nested('appData', application);
    case 'sessionData':
      return nested('userData', '.');
    case 'logs':
      return nested('userData', 'logs');
    case 'crashDumps':
      return nested('userData', 'Crashpad');
    case 'desktop':
      return join(homedir(), 'Desktop');
    case 'documents':
      return join(homedir(), 'Documents');
    case 'downloads':
      return join(homedir(), 'Downloads');
    default:
      throw new LackingError(`app.getPath('${name}')`);
  }
}

function appData(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return process.env.XDG_CONFIG_HOME || join(homedir(), '.config');
}
