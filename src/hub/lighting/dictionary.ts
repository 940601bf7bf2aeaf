import type { Position } from '../../shared/geo/position.ts';
import type { LampId } from '../../shared/ids.ts';
import { type Dictionary, DictionaryLamp } from '../../shared/lamp/dictionary.ts';

/** A district as the store has it. */
export interface StoredDistrict {
  readonly dictionary: Dictionary;
  /** whose the tombstones are: a lamp that returns finds its own place. Of tombstones of long ago nobody knows */
  readonly gone: ReadonlyMap<LampId, number>;
}

/** Two roundings of one place are a unit of the last digit apart, some centimetre. */
export const isSamePlace = (a: Position, b: Position): boolean =>
  Math.abs(a[0] - b[0]) < 1.5e-7 && Math.abs(a[1] - b[1]) < 1.5e-7;

type Placed = Pick<DictionaryLamp, 'position' | 'mended'>;

/**
 * Where a lamp stands after an import. What somebody has mended outlives every file that still says what it said then,
 * and gives way to one that says something else: there the survey has been mended. A place that is the same but for the
 * noise of a conversion stays as it is.
 */
export function placeAfter(said: Position, known: Placed | undefined): Placed {
  const isKnown = known !== undefined && isSamePlace(known.position, said);
  const outlives = known?.mended !== undefined && isSamePlace(known.mended.from, said);
  if (known === undefined || !(isKnown || outlives)) return { position: said };
  const { position, mended } = known;
  return mended === undefined ? { position } : { position, mended };
}

/** A district in which a lamp stands elsewhere. Put back to where the files have it, it is as if nobody had mended it. */
export function mendLamp(dictionary: Dictionary, id: LampId, position: Position): Dictionary {
  const lamps = dictionary.lamps.map((lamp) => {
    if (lamp?.id !== id) return lamp;
    const { mended, ...rest } = lamp;
    const from = mended?.from ?? lamp.position;
    return DictionaryLamp.parse({
      ...rest,
      position,
      ...(isSamePlace(from, position) ? {} : { mended: { from } }),
    });
  });
  return { ...dictionary, dictVersion: dictionary.dictVersion + 1, lamps };
}

/**
 * A district after an import. Indices never move: known lamps keep theirs, new ones are added at the end, one that is
 * gone leaves a tombstone, and one that returns takes its own again. The version grows with every change and only then.
 */
export function mergeDictionary(stored: StoredDistrict | undefined, imported: Dictionary): StoredDistrict {
  if (stored === undefined) return { dictionary: imported, gone: new Map() };
  const { dictionary, gone: goneBefore } = stored;
  const fresh = new Map<LampId, DictionaryLamp>();
  for (const lamp of imported.lamps) if (lamp !== null) fresh.set(lamp.id, lamp);
  const gone = new Map(goneBefore);
  const lamps = dictionary.lamps.map((lamp, index) => {
    const now = lamp === null ? undefined : fresh.get(lamp.id);
    if (lamp === null) return null;
    if (now === undefined) {
      gone.set(lamp.id, index);
      return null;
    }
    fresh.delete(now.id);
    const { mended: _, ...rest } = now;
    // Parsing brings keys into one order: what is the same reads the same.
    return DictionaryLamp.parse({ ...rest, ...placeAfter(now.position, lamp) });
  });
  for (const [id, lamp] of fresh) {
    const index = goneBefore.get(id);
    if (index === undefined) lamps.push(lamp);
    else {
      lamps[index] = lamp;
      gone.delete(id);
    }
  }
  const same =
    dictionary.name === imported.name && JSON.stringify(lamps) === JSON.stringify(dictionary.lamps);
  if (same) return stored;
  const dictVersion = Math.max(dictionary.dictVersion + 1, imported.dictVersion);
  return { dictionary: { ...imported, dictVersion, lamps }, gone };
}
