import { expect, test } from 'vitest';
import { originOf, Schemes, schemes } from './protocol/schemes.ts';

const own = new Schemes();
own.register('app');

test.each(['app://bundle/', 'app://bundle/a/b.html?x=1&y=%20#z', 'app://bundle/https://x.app.localhost/'])(
  '%s travels there and back',
  (url) => {
    expect(own.outward(url)).toMatch(/^https:\/\/bundle\.app\.localhost\//);
    expect(own.inward(own.outward(url))).toBe(url);
  },
);

test.each([
  'https://example.org/',
  'https://bundle.other.localhost/x',
  'http://bundle.app.localhost/',
  'data:,x',
])('%s is not ours', (url) => {
  expect(own.inward(url)).toBe(url);
  expect(own.outward(url)).toBe(url);
});

test('origins are written as Electron writes them', () => {
  schemes.register('app');
  expect(['app://bundle/x', 'https://example.org/x', 'data:,x', 'x'].map(originOf)).toEqual([
    'app://bundle',
    'https://example.org',
    'null',
    'null',
  ]);
});
