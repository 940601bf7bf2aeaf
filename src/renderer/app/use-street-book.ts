import { useMemo } from 'react';
import { type StreetBook, streetBook } from '../../shared/geo/street-book.ts';
import { useCity } from '../features/city/index.ts';
import { useRoomData } from '../lib/room-data/index.ts';

/** What a form can call a place by: streets of the city, corners, and the names that people use. */
export function useStreetBook(): StreetBook {
  const pieces = useCity(({ streets }) => streets);
  const byCategory = useRoomData((data) => data.landmarks);
  return useMemo(
    () =>
      streetBook(
        pieces,
        [...byCategory.values()].flatMap(({ landmarks }) => landmarks),
      ),
    [pieces, byCategory],
  );
}
