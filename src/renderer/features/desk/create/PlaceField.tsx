import { type Ref, useMemo } from 'react';
import type { StreetBook } from '../../../../shared/geo/street-book.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button, Combobox } from '../../../ui/index.ts';
import styles from './DraftForm.module.css';
import type { Draft } from './draft.ts';
import { type FoundPlace, findPlaces } from './places.ts';
import { splitNumber } from './streets.ts';

const MOST = 12;
const NOWHERE = {
  street: undefined,
  corner: undefined,
  landmark: undefined,
  commune: undefined,
  position: undefined,
  point: false,
} as const;

interface PlaceFieldProps {
  readonly draft: Draft;
  readonly streets: StreetBook;
  readonly error: string | undefined;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onChange: (change: Partial<Draft>) => void;
  /** its place is to be pointed at on the map */
  readonly onMap: () => void;
}

/** Where: a street of the city or a place by its name, with what one says around it; the corner of two; a point of the map; or free words. */
export function PlaceField({ draft, streets, error, inputRef, onChange, onMap }: PlaceFieldProps) {
  const t = useT();
  const { place, street, corner, landmark, commune, point } = draft;
  const hits = useMemo(() => findPlaces(streets, place, MOST), [streets, place]);
  const labels = hits.map(
    (hit) =>
      hit.landmark ??
      (hit.corner === undefined
        ? hit.street!
        : t('draft.corner', { street: hit.street!, other: hit.corner })),
  );
  // What still stands in the text holds the place; the street of a place by name need not be said.
  const said = landmark === undefined ? [street, corner] : [landmark];
  const situated = said.filter((name) => name !== undefined).join(', ');
  const onMapAt = [street, commune].filter((name) => name !== undefined).join(', ');
  const detailOf = ({ landmark: name, street: on, commune }: FoundPlace) =>
    [name === undefined ? undefined : on, commune].filter(Boolean).join(' · ');
  return (
    <div className={styles.where}>
      <Combobox
        inputRef={inputRef}
        label={t('desk.new.place')}
        hint={
          point
            ? t('desk.new.placePoint', { where: onMapAt === '' ? 'none' : onMapAt })
            : situated === ''
              ? t('desk.new.placeHint')
              : t('desk.new.placeOn', { street: situated })
        }
        error={error}
        value={place}
        options={hits.map((hit, n) => ({ id: String(n), label: labels[n]!, detail: detailOf(hit) }))}
        emptyLabel={t('desk.new.noStreet')}
        onType={(typed) => {
          // What was pointed at stands by itself, until nothing is left of the place.
          if (point && typed.trim() !== '') return onChange({ place: typed });
          const still =
            !point && situated !== '' && said.every((name) => name === undefined || typed.includes(name));
          onChange(still ? { place: typed } : { place: typed, ...NOWHERE });
        }}
        onChoose={({ id, label }) => {
          const hit = hits[Number(id)];
          if (hit === undefined) return;
          const isStreet = hit.corner === undefined && hit.landmark === undefined;
          onChange({ ...hit, point: false, place: `${isStreet ? splitNumber(place)[0] : ''}${label}` });
        }}
      />
      <Button data-on-map shortcut="Alt C" onClick={onMap}>
        {t('desk.new.onMap')}
      </Button>
    </div>
  );
}
