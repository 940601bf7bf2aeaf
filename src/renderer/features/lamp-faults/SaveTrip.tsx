import { useMemo } from 'react';
import { csvHead, csvLines } from '../../../shared/csv.ts';
import type { LampFaultGroup } from '../../../shared/lamp/fault/group.ts';
import { useAddress } from '../../lib/address/index.ts';
import { useReadNow } from '../../lib/clock/index.ts';
import { roomDay, useLanguage } from '../../lib/i18n/index.tsx';
import { SaveLink } from '../../ui/index.ts';
import { causeWords, needWords, placeWords } from './words.ts';

const COLUMNS = [
  'stop',
  'where',
  'commune',
  'cabinet',
  'circuit',
  'lamps',
  'cause',
  'need',
  'metres',
  'lat',
  'lon',
  'ids',
] as const;

interface SaveTripProps {
  readonly stops: readonly { readonly group: LampFaultGroup; readonly metres: number }[];
}

/** The trip as a sheet for the crew: a line for each stop, with where it is and its lamps. */
export function SaveTrip({ stops }: SaveTripProps) {
  const { t, locale } = useLanguage();
  const day = roomDay(useReadNow()());
  const bytes = useMemo(() => {
    const rows = stops.map(({ group, metres }, n) => [
      n + 1,
      placeWords(t, group),
      group.commune,
      group.cabinet,
      group.circuit,
      group.lamps,
      causeWords(t, group),
      needWords(t, group),
      metres,
      group.position[1],
      group.position[0],
      group.named.join(' '),
    ]);
    const head = COLUMNS.map((column) => t(`faults.sheet.${column}`));
    return new TextEncoder().encode(csvHead(head, locale) + csvLines(rows, locale));
  }, [t, locale, stops]);
  return (
    <SaveLink address={useAddress(bytes, 'text/csv')} name={t('faults.sheet.name', { day })}>
      {t('faults.sheet')}
    </SaveLink>
  );
}
