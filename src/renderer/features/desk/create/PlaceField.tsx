import { type Ref, useMemo } from 'react';
import type { StreetBook } from '../../../../shared/geo/street-book.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Combobox } from '../../../ui/index.ts';
import type { Draft } from './draft.ts';
import { findPlaces } from './places.ts';
import { splitNumber } from './streets.ts';

const MOST = 12;
const NOWHERE = { street: undefined, corner: undefined, commune: undefined, position: undefined } as const;

interface PlaceFieldProps {
  readonly draft: Draft;
  readonly streets: StreetBook;
  readonly error: string | undefined;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** Where: a street of the city with what one says around it, the corner of two, or free words. */
export function PlaceField({ draft, streets, error, inputRef, onChange }: PlaceFieldProps) {
  const t = useT();
  const { place, street, corner } = draft;
  const hits = useMemo(() => findPlaces(streets, place, MOST), [streets, place]);
  const labels = hits.map(({ name, corner: other }) =>
    other === undefined ? name : t('draft.corner', { street: name, other }),
  );
  const situated = corner === undefined ? street : `${street}, ${corner}`;
  return (
    <Combobox
      inputRef={inputRef}
      label={t('desk.new.place')}
      hint={situated === undefined ? t('desk.new.placeHint') : t('desk.new.placeOn', { street: situated })}
      error={error}
      value={place}
      options={hits.map(({ commune }, n) => ({ id: String(n), label: labels[n]!, detail: commune }))}
      emptyLabel={t('desk.new.noStreet')}
      onType={(typed) => {
        const still = [street, corner].every((name) => name === undefined || typed.includes(name));
        onChange(street !== undefined && still ? { place: typed } : { place: typed, ...NOWHERE });
      }}
      onChoose={({ id, label }) => {
        const hit = hits[Number(id)];
        if (hit === undefined) return;
        const { name, commune, position, corner: other } = hit;
        const number = other === undefined ? splitNumber(place)[0] : '';
        onChange({ place: `${number}${label}`, street: name, corner: other, commune, position });
      }}
    />
  );
}
