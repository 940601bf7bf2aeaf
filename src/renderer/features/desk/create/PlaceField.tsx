import { useMemo } from 'react';
import type { NamedStreet } from '../../../../shared/geo/named-street.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Combobox } from '../../../ui/index.ts';
import type { Draft } from './draft.ts';
import { findStreets, splitNumber } from './streets.ts';

const MOST = 12;

interface PlaceFieldProps {
  readonly draft: Draft;
  readonly streets: readonly NamedStreet[];
  readonly error: string | undefined;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** Where: a street of the city with what one says around it, or free words. */
export function PlaceField({ draft, streets, error, onChange }: PlaceFieldProps) {
  const t = useT();
  const hits = useMemo(() => findStreets(streets, draft.place, MOST), [streets, draft.place]);
  return (
    <Combobox
      label={t('desk.new.place')}
      hint={
        draft.street === undefined ? t('desk.new.placeHint') : t('desk.new.placeOn', { street: draft.street })
      }
      error={error}
      value={draft.place}
      options={hits.map((street, n) => ({ id: String(n), label: street.name, detail: street.commune }))}
      emptyLabel={t('desk.new.noStreet')}
      onType={(place) => {
        const still = draft.street !== undefined && place.includes(draft.street);
        onChange(still ? { place } : { place, street: undefined, commune: undefined, position: undefined });
      }}
      onChoose={({ id }) => {
        const street = hits[Number(id)];
        if (street === undefined) return;
        const { name, commune, position } = street;
        onChange({ place: `${splitNumber(draft.place)[0]}${name}`, street: name, commune, position });
      }}
    />
  );
}
