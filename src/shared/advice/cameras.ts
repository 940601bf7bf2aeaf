import { JUSTIFIES, type Shows } from '../camera/justifies.ts';
import type { Camera } from '../camera/model.ts';
import { seesPlace } from '../camera/sight.ts';
import { distance } from '../geo/position.ts';
import type { TicketKindId } from '../ticket/kinds.ts';
import type { Ticket } from '../ticket/model.ts';

/** More pictures than these nobody looks at, at one time, for one ticket; and beneath them there is work to see. */
export const MOST_CAMERAS = 2;

/** A camera as far as this rule looks at it. */
export interface SightedCamera
  extends Pick<Camera, 'id' | 'name' | 'position' | 'azimuth' | 'fieldOfView' | 'range'> {
  /** it can be played here, and is not known to be down */
  readonly playable: boolean;
}

export interface CameraAdvice {
  readonly rule: 'cameras';
  /** nearest first */
  readonly cameras: readonly { readonly id: string; readonly name: string; readonly metres: number }[];
  readonly shows: Shows;
  /** which kind justifies it */
  readonly kind: TicketKindId;
}

/**
 * Which cameras see the place of a ticket that nobody has, by their range and field of view; silent for kinds that
 * justify no look, and once somebody has it: then they play beside it already.
 */
export function camerasToOpen(
  { kind, state, place: { position } }: Pick<Ticket, 'kind' | 'state' | 'place'>,
  cameras: Iterable<SightedCamera>,
): CameraAdvice | undefined {
  const shows = JUSTIFIES[kind as TicketKindId];
  if (shows === undefined || position === undefined || state !== 'open') return undefined;
  const seeing = [...cameras]
    .filter((camera) => camera.playable && seesPlace(camera, position))
    .map(({ id, name, position: at }) => ({ id, name, metres: Math.round(distance(at, position)) }))
    .toSorted((a, b) => a.metres - b.metres || a.id.localeCompare(b.id))
    .slice(0, MOST_CAMERAS);
  return seeing.length === 0
    ? undefined
    : { rule: 'cameras', cameras: seeing, shows, kind: kind as TicketKindId };
}
