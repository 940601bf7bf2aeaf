import { useCallback } from 'react';
import { nearestStreet } from '../../shared/geo/nearest-street.ts';
import type { Position } from '../../shared/geo/position.ts';
import { useCity } from '../features/city/index.ts';
import { atPoint, useDesk, type Written } from '../features/desk/index.ts';
import { useT } from '../lib/i18n/index.tsx';
import { labelOf } from './place-words.ts';

/** Puts a point of the map into a form, with the street and the words that follow from it. */
export function useTakePlace(): (about: string, written: Written, position: Position) => void {
  const t = useT();
  const fill = useDesk((desk) => desk.fill);
  const streets = useCity((city) => city.streets);
  return useCallback(
    (about, written, position) => {
      const near = nearestStreet(streets, position);
      fill(about, (before = written) => ({
        ...before,
        draft: { ...before.draft, ...atPoint(before.draft, position, near, labelOf(t, near)) },
      }));
    },
    [t, fill, streets],
  );
}
