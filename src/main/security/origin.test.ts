import { expect, test } from 'vitest';
import { isOwnUrl, isTrustedSender } from './origin.ts';

test.each([
  ['app://bundle/index.html', true],
  ['app://bundle', true],
  ['app://bundle.evil/index.html', false],
  ['app://other/index.html', false],
  ['https://bundle/index.html', false],
  ['file:///etc/passwd', false],
])('%s is an own page: %s', (url, own) => {
  expect(isOwnUrl(url)).toBe(own);
});

test('a frame within a page, a foreign page and a vanished frame may not speak', () => {
  const url = 'app://bundle/index.html';
  expect(isTrustedSender({ url, parent: null })).toBe(true);
  expect(isTrustedSender({ url, parent: {} })).toBe(false);
  expect(isTrustedSender({ url: 'https://example.org/', parent: null })).toBe(false);
  expect(isTrustedSender(null)).toBe(false);
});
