import type { Position } from '../../shared/geo/position.ts';
import type { CameraEntry } from '../../shared/ipc/model.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import type { TicketThen } from '../../shared/ticket/past.ts';
import { millis } from '../../shared/wire/time.ts';
import { type CamerasNear, camerasNear, filming } from '../features/cameras/index.ts';
import { kindOf, type Row } from '../features/desk/index.ts';
import type { MapCamera, MapCentre, MapTicket } from '../features/map/index.ts';
import { roundMinutes, type Translate } from '../lib/i18n/index.tsx';

/**
 * A ticket as the map shows it: those closed or without a place aren't on it.
 * @param now ms since the epoch: its age is to the minute
 */
export function mapTicket({ ticket, pending, alarming }: Row, now: number): readonly MapTicket[] {
  const { position, label } = ticket.place;
  if (position === undefined || ticket.state === 'closed') return [];
  return [
    {
      id: ticket.id,
      label: ticket.ref?.split('-').at(-1) ?? '',
      title: ticket.title,
      place: label,
      priority: ticket.priority,
      position,
      age: roundMinutes(now - millis(ticket.openedAt)),
      asks: alarming,
      pending: pending.length > 0,
    },
  ];
}

/** An intervention of the past, as old as it was then; nothing of it asks for anybody. */
export function pastTicket(t: Translate, { ticket, priority, age }: TicketThen): readonly MapTicket[] {
  const { id, ref, kind, place } = ticket;
  if (place.position === undefined) return [];
  return [
    {
      id,
      label: ref?.split('-').at(-1) ?? '',
      title: kindOf(t, kind),
      place: place.street ?? place.commune ?? '',
      priority,
      position: place.position,
      age: roundMinutes(age),
      asks: false,
      pending: false,
    },
  ];
}

/**
 * A camera as the map shows it.
 * @param watched those that play on this seat
 * @param lost the hub is not heard
 * @param now ms since the epoch
 */
export function mapCamera(
  watched: ReadonlySet<string>,
  lost: boolean,
  now: number,
  { id, name, position, azimuth, fieldOfView, range, health }: CameraEntry,
): MapCamera {
  const state = filming(health, lost, now);
  return { id, name, position, azimuth, fieldOfView, range, state, watched: watched.has(id) };
}

const TILES = 4;

/** The cameras that a ticket offers: those that see its place, and others near it. */
export const camerasFor = ({ place: { position } }: Ticket, all: readonly CameraEntry[]): CamerasNear =>
  position === undefined ? { seeing: [], others: [] } : camerasNear(all, position, TILES);

/** Where maps open: the middle of the city, near enough to see single lamps. */
export const HOME: MapCentre = { position: [5.0415, 47.322], zoom: 15 };

/** From how near something is looked at. */
const CLOSENESS = { lamp: 17.5, camera: 17, street: 16.5, cabinet: 16, crossing: 17.5 } as const;

/** Where the map is to go, to show something. */
export const goalOf = (position: Position | undefined, what: keyof typeof CLOSENESS): MapCentre | undefined =>
  position && { position, zoom: CLOSENESS[what] };
