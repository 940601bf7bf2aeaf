import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playableUrl } from './playable-url.ts';

const GATEWAY = 'https://video.dijon.example:8443';
const play = (origin: string, path: string, allowed: readonly string[] = [GATEWAY]) =>
  playableUrl({ origin, path }, allowed);

describe('playableUrl', () => {
  it('joins an allowed origin and a plain path', () => {
    expect(play(GATEWAY, '/cam/lib-03/index.m3u8?v=2')).toEqual({
      ok: true,
      url: 'https://video.dijon.example:8443/cam/lib-03/index.m3u8?v=2',
    });
  });

  it('compares origins in canonical form', () => {
    expect(play('HTTPS://Video.Dijon.example:443', '/a', ['https://video.dijon.example'])).toEqual({
      ok: true,
      url: 'https://video.dijon.example/a',
    });
  });

  it.each(['http://127.0.0.1:8080', 'http://localhost:1', 'http://[::1]:8080'])(
    'lets loopback %s be plain http',
    (origin) => expect(play(origin, '/a', [origin]).ok).toBe(true),
  );

  it.each([
    ['', 'malformed'],
    ['video.dijon.example', 'malformed'],
    ['https://', 'malformed'],
    [`${GATEWAY}/`, 'malformed'],
    ['https://video.dijon.example:99999', 'malformed'],
    ['https://video.dijon.example\\.evil.example', 'malformed'],
    ['file:///etc/passwd', 'malformed'],
    ['file://host', 'scheme'],
    ['rtsp://video.dijon.example', 'scheme'],
    ['javascript://video.dijon.example', 'scheme'],
    ['https://admin:secret@video.dijon.example:8443', 'userinfo'],
    ['https://video.dijon.example:8443@evil.example', 'userinfo'],
    ['https://evil.example', 'origin'],
    ['https://video.dijon.example', 'origin'],
    ['http://video.dijon.example:8443', 'origin'],
  ])('refuses the origin %j as %s', (origin, reason) => {
    expect(play(origin, '/cam.m3u8')).toEqual({ ok: false, reason });
  });

  it('refuses plain http to another machine even when it is configured', () => {
    expect(play('http://10.0.0.7:8888', '/a', ['http://10.0.0.7:8888'])).toEqual({
      ok: false,
      reason: 'insecure',
    });
  });

  it.each([
    '',
    'cam.m3u8',
    '//evil.example/cam.m3u8',
    '@evil.example/',
    '/a/../b',
    '/a/%2E%2e/b',
    '/./a',
    '/a\\b',
    '/a b',
    '/a#b',
    '/a%',
    '/a%0d%0aX: y',
    '/a%2fb',
    '/a%5Cb',
    '/a\u0000',
    '/é',
  ])('refuses the path %j', (path) => {
    expect(play(GATEWAY, path)).toEqual({ ok: false, reason: 'path' });
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .array(
        fc.constantFrom(
          GATEWAY,
          'https:',
          '//',
          '/',
          '..',
          '%2e',
          '\\',
          '@',
          '#',
          '?',
          ':',
          'cam',
          'evil.example',
        ),
      )
      .map((parts) => parts.join('')),
  );
  it('whatever the catalogue holds, a browser reads the URL as the configured origin and changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(GATEWAY), hostile), hostile, (origin, path) => {
        const answer = play(origin, path);
        if (!answer.ok) return;
        const url = new URL(answer.url);
        expect([url.origin, url.username, url.hash, url.href]).toEqual([GATEWAY, '', '', answer.url]);
      }),
      { numRuns: 2_000 },
    );
  });
});
