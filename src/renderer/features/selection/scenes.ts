import { useMemo } from 'react';
import { type ChosenBy, type LampKey, lampKey } from '../../../shared/lamp/selection.ts';
import { nameIn } from '../../../shared/lighting/night.ts';
import { useLocale } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { useCity } from '../city/index.ts';

/** Levels that the lighting plan wants together, with the lamps that this seat knows. */
export interface Scene {
  readonly id: string;
  readonly name: string;
  readonly parts: readonly ScenePart[];
  /** in all parts */
  readonly lamps: readonly LampKey[];
}
export interface ScenePart {
  /** % */
  readonly level: number;
  readonly lamps: readonly { readonly key: LampKey; readonly id: string }[];
}

/** The scenes of the plan in force, in order of name. */
export function useScenes(): readonly Scene[] {
  const placed = useRoomData((data) => data.lightingScene);
  const { book, lamps } = useCity((city) => city);
  const locale = useLocale();
  // biome-ignore lint/correctness/useExhaustiveDependencies: new columns mean that lamps came or went
  return useMemo(() => {
    const pieces = new Map([...book.pieces].map((piece) => [piece.district, piece]));
    return [...placed.values()]
      .map(({ id, name, parts }): Scene => {
        const known = parts.map(({ level, lamps }) => ({
          level,
          lamps: lamps.flatMap(({ district, indices }) => {
            const piece = pieces.get(district);
            return indices.flatMap((index) => {
              const its = piece?.ids[index];
              return piece && its ? [{ key: lampKey({ slot: piece.slot, index }), id: its }] : [];
            });
          }),
        }));
        const all = known.flatMap((part) => part.lamps.map(({ key }) => key));
        return { id, name: nameIn(name, locale), parts: known, lamps: all };
      })
      .toSorted((a, b) => a.name.localeCompare(b.name, locale));
  }, [placed, book, lamps.x, locale]);
}

/** The scene that lamps were chosen by, if they were and the plan still has it. */
export function useSceneOf(by: ChosenBy): Scene | undefined {
  const scenes = useScenes();
  return by.kind === 'scene' ? scenes.find(({ id }) => id === by.id) : undefined;
}
