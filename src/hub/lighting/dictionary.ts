import type { LampId } from '../../shared/ids.ts';
import type { Dictionary, DictionaryLamp } from '../../shared/lamp/dictionary.ts';

/**
 * A district's dictionary after an import. Indices never move: known lamps keep theirs, new ones are added at
 * the end, and one that is gone leaves a tombstone. The version grows with every change and only then.
 */
export function mergeDictionary(stored: Dictionary | undefined, imported: Dictionary): Dictionary {
  if (stored === undefined) return imported;
  const fresh = new Map<LampId, DictionaryLamp>();
  for (const lamp of imported.lamps) if (lamp !== null) fresh.set(lamp.id, lamp);
  const lamps = stored.lamps.map((lamp) => {
    const now = lamp === null ? undefined : fresh.get(lamp.id);
    if (now !== undefined) fresh.delete(now.id);
    return now ?? null;
  });
  lamps.push(...fresh.values());
  const same = stored.name === imported.name && JSON.stringify(lamps) === JSON.stringify(stored.lamps);
  if (same) return stored;
  const dictVersion = Math.max(stored.dictVersion + 1, imported.dictVersion);
  return { ...imported, dictVersion, lamps };
}
