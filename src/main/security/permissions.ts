import type { Session } from 'electron';
import { APP_ORIGIN } from './origin.ts';

/**
 * What Chromium asks before a page may fetch from this machine or the local network (Local Network Access): video
 * from the camera gateway needs it, and the CSP still names the origins. And that it may put plain words on the clipboard
 * when somebody asks for that: a place of the map is copied. Everything else is refused: microphone, geolocation,
 * notifications, reading the clipboard and the rest.
 */
const GRANTED: ReadonlySet<string> = new Set([
  'loopback-network',
  'local-network',
  'local-network-access',
  'clipboard-sanitized-write',
]);

const grants = (permission: string, origin: string): boolean =>
  GRANTED.has(permission) && origin.replace(/\/$/, '') === APP_ORIGIN;

const originOf = (url: string): string => {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
};

export function guardPermissions(session: Session): void {
  session.setPermissionCheckHandler((_contents, permission, origin) => grants(permission, origin));
  session.setPermissionRequestHandler((_contents, permission, done, { requestingUrl }) =>
    done(grants(permission, originOf(requestingUrl))),
  );
}
