import { existsSync } from 'node:fs';

/**
 * Whether to draw without hardware acceleration: where there is no GPU, Chromium's software GL costs more than plain
 * software drawing. On Linux a GPU shows as /dev/dri; elsewhere IT says so in the environment (VIGIE_NO_GPU=1).
 */
export function lacksGpu(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean = existsSync,
): boolean {
  if (env.VIGIE_NO_GPU === '1') return true;
  return platform === 'linux' && !exists('/dev/dri');
}
