import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A disk of its own, which a test can fill up or make read-only. Linux only, and only root may make one. */
export interface SmallDisk {
  fill(): void;
  empty(): void;
  readOnly(is: boolean): void;
  remove(): void;
}

export const canMakeDisks = process.platform === 'linux' && process.getuid?.() === 0;

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
