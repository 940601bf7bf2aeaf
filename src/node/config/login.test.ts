import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConfigError } from './error.ts';
import { readLogin } from './login.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-login-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

test('password and certificates come out of their files; a password file goes before a password', () => {
  const ca = rootCertificates[0]!;
  const passwordFile = file('password', 'abc\n');
  expect(readLogin({ username: 'a', password: 'b', passwordFile, tls: { ca: file('ca', ca) } })).toEqual({
    username: 'a',
    password: 'abc',
    tls: { ca },
  });
  expect(readLogin({ password: 'b' })).toEqual({ password: 'b' });
});

test.each<[string, () => unknown, RegExp]>([
  [
    'missing',
    () => readLogin({ passwordFile: join(folder, 'no') }, 'mqtt.'),
    /no: there is no such file \(named by mqtt\.passwordFile\)$/,
  ],
  [
    'a folder',
    () => readLogin({ tls: { ca: folder } }),
    /: it is a folder, not a file \(named by tls\.ca\)$/,
  ],
  ['no certificate', () => readLogin({ tls: { ca: file('ca', 'hello') } }), /^tls: .*\(PEM\)/],
  [
    'no key',
    () => readLogin({ tls: { ca: file('ca', rootCertificates[0]!), key: file('key', 'S3CRET') } }),
    /^tls: (?!.*S3CRET)/,
  ],
])('a file that is %s is named in one line', (_, act, said) => {
  expect(act).toThrow(ConfigError);
  expect(act).toThrow(said);
});
