import { conversionsOf } from '../../shared/lamp/conversion.ts';
import type { Dictionary } from '../../shared/lamp/dictionary.ts';
import { dayOf } from '../../shared/lighting/local-time.ts';
import type { RoomData } from '../edge/room-data.ts';

/** Shows what is converted to LED by today. */
export function showConversions(
  data: Pick<RoomData, 'put'>,
  dictionaries: readonly Dictionary[],
  now: number,
  timeZone: string,
): void {
  const today = dayOf(now, timeZone);
  for (const dictionary of dictionaries) data.put('ledConversion', conversionsOf(dictionary, today));
}
