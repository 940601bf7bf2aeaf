import { expect, test } from 'vitest';
import { contentSecurityPolicy } from './csp.ts';

test('names the configured video origins and no other, and never inline or eval', () => {
  const policy = contentSecurityPolicy(['https://video.example:8443', 'http://127.0.0.1:9000']);
  expect(policy).toContain("connect-src 'self' https://video.example:8443 http://127.0.0.1:9000;");
  expect(policy).toContain('media-src blob: https://video.example:8443 http://127.0.0.1:9000;');
  expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(policy).not.toMatch(/unsafe|\*/);
});

test('without cameras nothing outside the application can be reached', () => {
  expect(contentSecurityPolicy([])).toContain("connect-src 'self'; media-src blob:;");
});
