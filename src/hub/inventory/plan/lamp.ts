import { DictionaryLamp } from '../../../shared/lamp/dictionary.ts';
import { placeAfter } from '../../lighting/dictionary.ts';
import type { LampDraft } from '../read/draft.ts';

const hasAny = (object: object): boolean => Object.values(object).some((value) => value !== undefined);

/**
 * A lamp after an import: what its row says, and of what no row says anything, what was known of it.
 */
export function lampAfter({ id, position, facts, luminaire }: LampDraft, known: DictionaryLamp | undefined) {
  const { street, mended: _, ...rest } = { street: undefined, mended: undefined, ...known, ...facts };
  const fixture = { ...known?.luminaire, ...luminaire };
  // Parsing brings keys into one order, and leaves out those without a value.
  return DictionaryLamp.parse(
    JSON.parse(
      JSON.stringify({
        ...rest,
        id,
        ...placeAfter(position, known),
        street: street ?? '',
        luminaire: hasAny(fixture) ? fixture : undefined,
      }),
    ),
  );
}
