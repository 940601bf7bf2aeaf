import { useEffect, useMemo, useRef, useState } from 'react';
import type { Cabinet } from '../../../shared/lamp/supply.ts';
import { useNow } from '../../lib/clock/index.ts';
import { duration, useLocale, useT } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { isStale, useLink } from '../link/index.ts';
import type { MapCabinet, MapDistrict } from '../map/index.ts';
import { leftOffAt } from './map-freshness.ts';
import { useCity } from './store.ts';
import {
  cabinetState,
  type DistrictGround,
  districtGrounds,
  type FedCabinet,
  fedCabinets,
  type OpenCabinet,
} from './supply.ts';
import { useLayout } from './use-layout.ts';

/** Dictionaries come one by one: what is made of them is made once they are in, ms. */
const SETTLED_MS = 400;
/** Cabinets are looked at again so often, and ages told in such steps, ms. */
const [LOOK_MS, AGE_MS] = [5_000, 15_000];

interface Ground {
  readonly cabinets: readonly FedCabinet[];
  readonly districts: readonly DistrictGround[];
}

/** What the dictionaries say of cabinets and districts. */
function useGround(): Ground {
  const book = useCity((city) => city.book);
  const places = useRoomData((data) => data.cabinetPlaces);
  const layout = useLayout();
  const [ground, setGround] = useState<Ground>({ cabinets: [], districts: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another layout is another book
  useEffect(() => {
    const timer = setTimeout(() => {
      const placed = [...places.values()].flatMap(({ cabinets }) => cabinets);
      const byId = new Map<string, Cabinet>(placed.map((cabinet) => [cabinet.id, cabinet]));
      setGround({ cabinets: fedCabinets(book.pieces, byId), districts: districtGrounds(book.pieces) });
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [layout, book, places]);
  return ground;
}

export interface Supply {
  readonly cabinets: readonly MapCabinet[];
  readonly districts: readonly MapDistrict[];
  readonly cabinetOf: (id: string) => OpenCabinet | undefined;
  /** all that is known of both: for who does not look at the map */
  readonly known: {
    readonly cabinets: readonly OpenCabinet[];
    readonly districts: readonly DistrictGround[];
  };
}

/** Cabinets and districts as the map shows them, each with what is known of its age. */
export function useSupply(): Supply {
  const { cabinets, districts } = useGround();
  const { lamps, ages } = useCity((city) => city);
  const now = useNow();
  const lost = useLink(({ state }) => isStale(state));
  const look = Math.floor(now / LOOK_MS) * LOOK_MS;
  const known = useMemo(
    () => new Map(cabinets.map((one) => [one.id, { ...one, ...cabinetState(one, lamps, look) }])),
    [cabinets, lamps, look],
  );
  const shown = useSame(
    useMemo(
      () =>
        Array.from(
          known.values(),
          ({ id, position, placed, state }): MapCabinet => ({
            id,
            position,
            placed,
            state,
          }),
        ),
      [known],
    ),
  );
  const outlined = useOutlines(districts, ages, lost, Math.floor(now / AGE_MS) * AGE_MS);
  return useMemo(
    () => ({
      cabinets: shown,
      districts: outlined,
      cabinetOf: (id) => known.get(id),
      known: { cabinets: [...known.values()], districts },
    }),
    [shown, outlined, known, districts],
  );
}

function useOutlines(
  districts: readonly DistrictGround[],
  ages: ReadonlyMap<number, number>,
  lost: boolean,
  now: number,
): readonly MapDistrict[] {
  const t = useT();
  const locale = useLocale();
  return useSame(
    useMemo(
      () =>
        districts.map(({ slot, name, rings, middle }): MapDistrict => {
          const since = leftOffAt(ages.get(slot), lost, now);
          if (since === undefined) return { rings, middle, label: name, stale: false };
          const label =
            since === 0
              ? t('map.district.unheard', { name })
              : t('map.district.old', { name, age: duration(now - since, locale) });
          return { rings, middle, label, stale: true };
        }),
      [districts, ages, lost, now, t, locale],
    ),
    sameOutlines,
  );
}

/** Borders are thousands of corners, and the same list as long as they are the same. */
const sameOutlines = (a: readonly MapDistrict[], b: readonly MapDistrict[]): boolean =>
  a.length === b.length &&
  a.every(({ rings, label, stale }, n) => {
    const other = b[n]!;
    return rings === other.rings && label === other.label && stale === other.stale;
  });

const sameText = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The list of before where the new one says the same: what is painted from it need not be painted again. */
function useSame<T>(
  list: readonly T[],
  same: (a: readonly T[], b: readonly T[]) => boolean = sameText,
): readonly T[] {
  const last = useRef(list);
  if (last.current !== list && !same(last.current, list)) last.current = list;
  return last.current;
}
