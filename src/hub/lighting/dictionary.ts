import type { LampId } from '../../shared/ids.ts';
import type { Dictionary, DictionaryLamp } from '../../shared/lamp/dictionary.ts';

/** A district as the store has it. */
export interface StoredDistrict {
  readonly dictionary: Dictionary;
  /** whose the tombstones are: a lamp that returns finds its own place. Of tombstones of long ago nobody knows */
  readonly gone: ReadonlyMap<LampId, number>;
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
    if (now !== undefined) fresh.delete(now.id);
    else if (lamp !== null) gone.set(lamp.id, index);
    return now ?? null;
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
