import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decide } from './electron.mjs';
import { isStale } from './modules.mjs';
import { type Needs, readNeeds } from './needs.mjs';
import { adviceFor, missingPrograms } from './programs.mjs';
import type { System } from './system.mjs';

const linux: System = {
  platform: 'linux',
  arch: 'x64',
  isRoot: true,
  hasApt: true,
  hasDisplay: true,
  env: {},
};

test('packages are stale when they are not those of the lock, whatever their age', () => {
  const lock = {
    packages: { '': { version: '9' }, a: { version: '1' }, b: { version: '2', optional: true } },
  };
  expect(isStale(lock, undefined)).toBe(true);
  expect(isStale(lock, { packages: { a: { version: '1' }, b: { version: '2' } } })).toBe(false);
  expect(isStale(lock, { packages: { a: { version: '1' } } })).toBe(false); // b is for another system
  expect(isStale(lock, { packages: { a: { version: '0' } } })).toBe(true);
  expect(isStale(lock, { packages: { b: { version: '2' } } })).toBe(true);
  expect(isStale(lock, { packages: { a: { version: '1' }, gone: { version: '1' } } })).toBe(true);
});

const standIn = (reason: string) => ({ kind: 'stand-in', reason }) as const;

test('the real Electron is tried once, where it could show a window', () => {
  expect(decide(linux, { kind: 'nothing' })).toEqual({ do: 'download' });
  expect(decide(linux, { kind: 'real' })).toEqual({ do: 'nothing' });
  expect(decide(linux, standIn('its download cannot be reached'))).toEqual({ do: 'nothing' });
  const dark: System = { ...linux, hasDisplay: false };
  expect(decide(dark, { kind: 'nothing' })).toEqual({ do: 'stand-in', reason: 'there is no display' });
  expect(decide(dark, standIn('there is no display'))).toEqual({ do: 'nothing' });
  expect(decide(linux, standIn('there is no display'))).toEqual({ do: 'download' });
});

test('npm’s ways to skip the download are heard; Windows has no stand-in', () => {
  const skipping = (env: System['env']): System => ({ ...linux, env });
  for (const name of ['ELECTRON_SKIP_BINARY_DOWNLOAD', 'npm_config_offline'])
    expect(decide(skipping({ [name]: '1' }), { kind: 'nothing' })).toEqual({
      do: 'stand-in',
      reason: `${name} is set`,
    });
  expect(decide(skipping({ ELECTRON_SKIP_BINARY_DOWNLOAD: '0' }), { kind: 'nothing' })).toEqual({
    do: 'download',
  });
  expect(decide(skipping({ ELECTRON_OVERRIDE_DIST_PATH: '/x' }), { kind: 'nothing' })).toEqual({
    do: 'nothing',
  });
  expect(decide({ ...linux, platform: 'win32' }, { kind: 'nothing' })).toEqual({ do: 'download' });
});

test('each missing program comes with the way to get it on this system', () => {
  const program = { apt: 'mosquitto', brew: 'mosquitto', windows: 'install it from there' };
  const advice = (system: Partial<System>) =>
    adviceFor(program, { ...linux, isRoot: false, hasApt: false, ...system });
  expect(advice({ hasApt: true })).toBe('Run: sudo apt-get install mosquitto');
  expect(advice({ platform: 'darwin' })).toBe('Run: brew install mosquitto');
  expect(advice({ platform: 'win32' })).toBe('On Windows, install it from there.');
  expect(advice({})).toContain('package manager');
});

const all = readNeeds([])!;
const bare: System = { ...linux, env: { PATH: '/nowhere', CHROMIUM_PATH: '/nowhere/chromium' } };
const missing = (needs: Needs, standsIn = true) =>
  missingPrograms(bare, needs, standsIn).map(({ apt }) => apt);

test('Chromium is wanted only where it stands in for Electron', () => {
  expect(missing(all)).toContain('chromium chromium-sandbox');
  expect(missing(all, false)).not.toContain('chromium chromium-sandbox');
  expect(missing(all, false)).toContain('ffmpeg');
});

test('a hub on a server needs the packages and nothing else, a city ffmpeg beside', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const needsOf = (command: string) => {
    const [, args] = /^node tools\/setup\.mjs ?(.*)$/.exec(scripts[`pre${command}`] ?? '')!;
    return readNeeds(args === '' ? [] : args!.split(' '))!;
  };
  expect(needsOf('start')).toEqual({ shell: true, ffmpeg: true, room: true, tests: false });
  expect(needsOf('test')).toEqual({ shell: true, ffmpeg: true, room: true, tests: true });
  expect(needsOf('hub').shell).toBe(false);
  expect(missing(needsOf('hub'))).toEqual([]);
  expect(needsOf('city').shell).toBe(false);
  expect(missing(needsOf('city'))).toEqual(['ffmpeg']);
  expect(readNeeds(['--package'])).toBeUndefined();
});
