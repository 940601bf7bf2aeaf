import { type NearestStreet, ON_STREET_M } from '../../../../shared/geo/nearest-street.ts';
import type { Position } from '../../../../shared/geo/position.ts';
import type { Draft } from './draft.ts';

/**
 * The place of a form that was pointed at on the map. Words that name no known place stay: they say of the point what no
 * map does. Others give way to what is there now.
 * @param near what street is nearest; it is the place's only where the point is on it
 * @param label how the point is called where nothing was written
 */
export function atPoint(
  { place, street, landmark, point }: Draft,
  position: Position,
  near: NearestStreet | undefined,
  label: string,
): Partial<Draft> {
  const isOwn = place.trim() !== '' && street === undefined && landmark === undefined && !point;
  return {
    place: isOwn ? place : label,
    street: near !== undefined && near.metres <= ON_STREET_M ? near.name : undefined,
    corner: undefined,
    landmark: undefined,
    commune: near?.commune,
    position,
    point: true,
  };
}
