import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import standIn, * as names from './electron.ts';

const types = readFileSync(createRequire(import.meta.url).resolve('electron/electron.d.ts'), 'utf8');
/** The values, not the types, of one namespace of Electron's declarations. */
function declared(namespace: string): readonly string[] {
  const [, body = ''] =
    new RegExp(`\\n {2}namespace ${namespace} \\{\\n(.*?)\\n {2}\\}`, 's').exec(types) ?? [];
  return [...body.matchAll(/^ {4}(?:const|class) (\w+)/gm)].map(([, name]) => name!);
}

test('each name that Electron has for the main process can be imported', () => {
  const electrons = [...declared('Main'), ...declared('Common')];
  expect(electrons.length).toBeGreaterThan(35);
  const here = Object.keys(names).filter((name) => name !== 'default');
  expect(here.toSorted()).toEqual(electrons.toSorted());
});

test('a member that is there is the same by either way; one that is not throws by either', () => {
  const whole = standIn as unknown as Record<string, unknown>;
  expect(whole.app).toBe(names.app);
  expect(whole.BrowserWindow).toBe(names.BrowserWindow);
  expect(() => whole.shell).toThrow('electron.shell is lacking');
  expect(() => whole.nonsense).toThrow('electron.nonsense is lacking');
  expect(() => (names.shell as { openExternal: unknown }).openExternal).toThrow(
    'electron.shell.openExternal',
  );
});

test('options that would be ignored throw', async () => {
  const { dialog, net } = names;
  await expect(
    dialog.showMessageBox({ message: 'Fermer ?', checkboxLabel: 'Toujours' } as never),
  ).rejects.toThrow('checkboxLabel is lacking');
  await expect(
    net.fetch('file:///nowhere', { bypassCustomProtocolHandlers: true } as RequestInit),
  ).rejects.toThrow('bypassCustomProtocolHandlers is lacking');
});
