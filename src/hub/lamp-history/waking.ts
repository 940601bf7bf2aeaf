import type { Expected } from '../../shared/energy/stretch.ts';
import type { LampId } from '../../shared/ids.ts';
import type { DictionaryLamp } from '../../shared/lamp/dictionary.ts';
import type { Waking } from '../../shared/lamp/history/kept.ts';

/** What a lamp's programme says at a moment. */
type Expectation = (district: number, index: number, at: number) => Expected | undefined;

/** Of which lamps a level may tell that somebody passed. */
export interface WakingRule {
  /** one for each of three moments: it keeps what it has reckoned for one moment only */
  readonly expected: readonly [Expectation, Expectation, Expectation];
  /** clocks of cabinets err by so much, ms */
  readonly marginMs: number;
  /** whether passages were heard in its street lately */
  readonly isAwake: (district: string, lamp: DictionaryLamp) => boolean;
}

/**
 * How a lamp wakes for who passes, round a moment; undefined where it does not. Where the room programmes it the
 * programme says so; where it does not, any street in which passages were heard may follow them.
 */
export function wakingAt(
  { expected, marginMs, isAwake }: WakingRule,
  place: { readonly district: string; readonly slot: number; readonly index: number },
  lamp: DictionaryLamp & { readonly id: LampId },
  at: number,
): Waking | undefined {
  const [before, now, after] = [-marginMs, 0, marginMs].map((by, n) =>
    expected[n]!(place.slot, place.index, at + by),
  );
  if (now === undefined)
    return isAwake(place.district, lamp) ? { base: undefined, least: 0, most: 100 } : undefined;
  const around = [before, now, after].flatMap((one) => one ?? []);
  if (around.every(({ raised }) => raised === undefined)) return undefined;
  return {
    base: now.level,
    least: Math.min(...around.map(({ level }) => level)),
    most: Math.max(...around.map(({ level, raised = 0 }) => Math.max(level, raised))),
  };
}
