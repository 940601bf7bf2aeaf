import type { Landmark } from '../../../../shared/geo/landmark.ts';
import { byWords } from './by-words.ts';

/** Places that one of their names has every word typed of; those whose name begins with it first. */
export const findLandmarks = (
  landmarks: readonly Landmark[],
  typed: string,
  most: number,
): readonly Landmark[] =>
  byWords(landmarks, ({ name, alternateNames = [] }) => [name, ...alternateNames], typed, most);
