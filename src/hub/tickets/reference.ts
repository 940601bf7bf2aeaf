import type { Instant } from '../../shared/wire/time.ts';
import type { Unit } from '../store/unit.ts';

/** Making a formatter costs as much as a whole command. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, ...parts });
  formats.set(timeZone, made);
  return made;
}

/**
 * The number people say aloud: `INT-2411-0417` is the 417th of the 24th of November, in the room's own time.
 * @param timeZone IANA name, such as Europe/Paris
 */
export async function nextReference(unit: Unit, at: Instant, timeZone: string): Promise<string> {
  const parts = formatOf(timeZone).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  const n = await unit.count(`ref-${day}`);
  return `INT-${part('day')}${part('month')}-${String(n).padStart(4, '0')}`;
}
