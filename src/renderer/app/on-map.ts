import type { CameraEntry } from '../../shared/ipc/model.ts';
import type { Row } from '../features/desk/index.ts';
import type { MapCamera, MapTicket } from '../features/map/index.ts';

/** A ticket as the map shows it: those closed or without a place aren't on it. */
export function mapTicket({ ticket, pending, alarming }: Row): readonly MapTicket[] {
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
      asks: alarming,
      pending: pending.length > 0,
    },
  ];
}

/** A camera as the map shows it. @param watched those that play on this seat */
export function mapCamera(
  watched: ReadonlySet<string>,
  { id, name, position, azimuth, fieldOfView, range, health }: CameraEntry,
): MapCamera {
  const state = health === undefined ? 'stale' : health.up ? 'up' : 'lost';
  return { id, name, position, azimuth, fieldOfView, range, state, watched: watched.has(id) };
}
