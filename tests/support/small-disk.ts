import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, which a test can fill up or make read-only. Linux only, and only root may make one. */
export interface SmallDisk {
  fill(): void;
  empty(): void;
  readOnly(is: boolean): void;
  remove(): void;
}

/** Root in a container may not be allowed to mount: it is tried. */
export const canMakeDisks = process.platform === 'linux' && process.getuid?.() === 0 && mounts();

function mounts(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-mount-'));
  try {
    makeSmallDisk(folder, 1).remove();
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param folder where it is to be found; made where absent */
export function makeSmallDisk(folder: string, megabytes: number): SmallDisk {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'vigie-test', folder]);
  const ballast = join(folder, 'ballast');
  return {
    fill: () => {
      try {
        writeFileSync(ballast, Buffer.alloc((megabytes + 1) << 20));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    },
    empty: () => rmSync(ballast),
    readOnly: (is) => execFileSync('mount', ['-o', `remount,${is ? 'ro' : 'rw'}`, folder]),
    // Lazily: a test that failed may have left somebody on it.
    remove: () => execFileSync('umount', ['--lazy', folder]),
  };
}
