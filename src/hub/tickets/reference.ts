import type { Instant } from '../../shared/wire/time.ts';
import type { Unit } from '../store/unit.ts';

/**
 * The number people say aloud: `INT-2411-0417` is the 417th of the 24th of November, in the room's own time.
 * @param timeZone IANA name, such as Europe/Paris
 */
export async function nextReference(unit: Unit, at: Instant, timeZone: string): Promise<string> {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  const n = await unit.count(`ref-${day}`);
  return `INT-${part('day')}${part('month')}-${String(n).padStart(4, '0')}`;
}
