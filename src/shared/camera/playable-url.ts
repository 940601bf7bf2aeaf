import { z } from 'zod';

/** Why a stream's address isn't played. Each has its sentence in the catalogues (`wall.refused.*`). */
export const UrlRefusal = z.enum([
  /** not `scheme://host[:port]` */
  'malformed',
  /** neither http nor https */
  'scheme',
  /** carries a user name or password */
  'userinfo',
  /** plain http to another machine: video is HTTPS outside loopback */
  'insecure',
  /** not one of the video origins of this seat's configuration */
  'origin',
  /** leaves its folder, holds a fragment, a control or an escape that servers read differently */
  'path',
]);
export type UrlRefusal = z.infer<typeof UrlRefusal>;

/** A stream's place. A seat plays it only from origins in its own configuration. */
export const StreamPlace = z.object({ origin: z.string().max(300), path: z.string().max(500) });
export type StreamPlace = z.infer<typeof StreamPlace>;

export type PlayableUrl =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly reason: UrlRefusal };

interface Origin {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  /** canonical text (RFC 6454): lower case, without a default port */
  readonly text: string;
}

const AUTHORITY = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\\]*)$/;
const HOST_PORT = /^([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::([1-9]\d{0,4}))?$/;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** RFC 3986 path and query, every `%` with its two digits; so no space, control, backslash or `#`. */
const PATH =
  /^\/(?!\/)((?:[\w.~!$&'()*+,;=:@/-]|%[0-9a-f]{2})*)(\?(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9a-f]{2})*)?$/i;
/** Escaped controls, slash and backslash: two servers rarely agree on what they mean. */
const AMBIGUOUS_ESCAPE = /%(?:[01][0-9a-f]|7f|2f|5c)/i;

function parseOrigin(text: string): Origin | UrlRefusal {
  const authority = AUTHORITY.exec(text.toLowerCase());
  if (!authority) return 'malformed';
  const [, scheme, rest = ''] = authority;
  if (scheme !== 'http' && scheme !== 'https') return 'scheme';
  if (rest.includes('@')) return 'userinfo';
  const [matched, host, port] = HOST_PORT.exec(rest) ?? [];
  if (matched === undefined || host === undefined || Number(port ?? 0) > 65_535) return 'malformed';
  const isDefault = port === undefined || port === (scheme === 'http' ? '80' : '443');
  return { scheme, host, text: `${scheme}://${host}${isDefault ? '' : `:${port}`}` };
}

function isPlainPath(path: string): boolean {
  const parts = PATH.exec(path);
  if (!parts || AMBIGUOUS_ESCAPE.test(path)) return false;
  const segments = (parts[1] ?? '').replace(/%2e/gi, '.').split('/');
  return !segments.includes('.') && !segments.includes('..');
}

/**
 * The URL to play for a stream of the catalogue, or why it is refused. The catalogue is input: only origins
 * of the seat's own configuration are played (the CSP lists the same), over HTTPS outside loopback.
 * Parsed by hand: `shared` has no DOM, and what a URL parser would repair is refused here.
 */
export function playableUrl(stream: StreamPlace, allowedOrigins: readonly string[]): PlayableUrl {
  const origin = parseOrigin(stream.origin);
  if (typeof origin === 'string') return { ok: false, reason: origin };
  const allowed = allowedOrigins.some((text) => {
    const candidate = parseOrigin(text);
    return typeof candidate !== 'string' && candidate.text === origin.text;
  });
  if (!allowed) return { ok: false, reason: 'origin' };
  if (origin.scheme === 'http' && !LOOPBACK.test(origin.host)) return { ok: false, reason: 'insecure' };
  if (!isPlainPath(stream.path)) return { ok: false, reason: 'path' };
  return { ok: true, url: origin.text + stream.path };
}
