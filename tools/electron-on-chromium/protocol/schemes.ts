/**
 * Chromium cannot be taught a scheme from outside, so app://host/path travels as https://host.app.localhost/path:
 * a secure origin of its own, which no request leaves the machine for.
 */
export class Schemes {
  readonly #names = new Set<string>();

  /** Makes a scheme known, by its name without the colon. */
  register(scheme: string): void {
    if (!/^[a-z][a-z0-9-]*$/.test(scheme)) throw new Error(`'${scheme}' cannot travel as a host name`);
    this.#names.add(scheme);
  }

  has(scheme: string): boolean {
    return this.#names.has(scheme);
  }

  /** The application's address as Chromium sees it. */
  outward(url: string): string {
    const { protocol, host, pathname, search, hash } = new URL(url);
    const scheme = protocol.slice(0, -1);
    return this.has(scheme) ? `https://${host}.${scheme}.localhost${pathname}${search}${hash}` : url;
  }

  /** Chromium's address as the application sees it. */
  inward(url: string): string {
    const [, host, scheme, rest] =
      /^https:\/\/([^/?#]+)\.([a-z0-9-]+)\.localhost(?=[/?#]|$)(.*)$/s.exec(url) ?? [];
    return scheme !== undefined && this.has(scheme) ? `${scheme}://${host}${rest}` : url;
  }
}

export const schemes = new Schemes();

/** The origin as Electron writes it (`app://bundle`), or 'null'. */
export function originOf(url: string): string {
  if (!URL.canParse(url)) return 'null';
  const { origin, protocol, host } = new URL(url);
  return origin === 'null' && schemes.has(protocol.slice(0, -1)) ? `${protocol}//${host}` : origin;
}
