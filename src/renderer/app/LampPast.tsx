import { useCity } from '../features/city/index.ts';
import type { LampRef } from '../features/map/index.ts';
import { LampNights } from '../features/replay/index.ts';
import { useNightPlace } from './use-night-place.ts';

/** What the lamp whose card is open did of late. */
export function LampPast({ lamp }: { readonly lamp: LampRef }) {
  const book = useCity((city) => city.book);
  const place = useNightPlace();
  const piece = book.piece(lamp.slot);
  return piece && <LampNights lamp={lamp} piece={piece} place={place} />;
}
