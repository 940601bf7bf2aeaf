import { DictionaryLamp } from '../../../shared/lamp/dictionary.ts';
import type { LampDraft } from '../read/draft.ts';

const hasAny = (object: object): boolean => Object.values(object).some((value) => value !== undefined);

/**
 * A lamp after an import: what its row says, and of what no row says anything, what was known of it. A place that is
 * the same but for the noise of a conversion stays as it is.
 */
export function lampAfter({ id, position, facts, luminaire }: LampDraft, known: DictionaryLamp | undefined) {
  const { street, ...rest } = { street: undefined, ...known, ...facts };
  const fixture = { ...known?.luminaire, ...luminaire };
  const isThere = known !== undefined && isSamePlace(known.position, position);
  // Parsing brings keys into one order, and leaves out those without a value.
  return DictionaryLamp.parse(
    JSON.parse(
      JSON.stringify({
        ...rest,
        id,
        position: isThere ? known.position : position,
        street: street ?? '',
        luminaire: hasAny(fixture) ? fixture : undefined,
      }),
    ),
  );
}

/** Two roundings of one place are a unit of the last digit apart, some centimetre. */
const isSamePlace = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  Math.abs(a[0] - b[0]) < 1.5e-7 && Math.abs(a[1] - b[1]) < 1.5e-7;
