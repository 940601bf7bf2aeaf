import { createStore, type StoreApi } from 'zustand/vanilla';
import type { GroundArea } from '../../../shared/geo/ground.ts';
import type { StreetPiece, Streets } from '../../../shared/geo/streets.ts';
import type { Bridge } from '../../../shared/ipc/contract.ts';
import type { DistrictAge, DistrictLamps, LampDetail } from '../../../shared/ipc/model.ts';
import { follow } from '../../lib/bridge/feed.ts';
import type { Report } from '../../lib/notices/index.ts';
import { storeContext } from '../../lib/store/context.ts';
import { LampTable } from '../map/index.ts';
import { LampBook } from './lamp-book.ts';

export interface City {
  /** columns that the map draws; never copied, told of changes by itself */
  readonly lamps: LampTable;
  readonly book: LampBook;
  /** slot of a district → when the hub made the last frame of it, ms by the hub's clock */
  readonly ages: ReadonlyMap<number, number>;
  readonly streets: readonly StreetPiece[];
  readonly areas: readonly GroundArea[];
  /** the lamp that is followed, as its gateway last told */
  readonly detail: LampDetail | undefined;
  /** follows one lamp closely, or none */
  readonly follow: (lamp: string | undefined) => void;
}

/** What stands in the city and how it is: lamps, streets, ground. */
export function createCityStore(
  bridge: Bridge,
  report: Report,
): { readonly store: StoreApi<City>; readonly stop: () => void } {
  const lamps = new LampTable();
  const book = new LampBook();
  const districts = new Map<string, Streets>();
  const store = createStore<City>(() => ({
    lamps,
    book,
    ages: new Map(),
    streets: [],
    areas: [],
    detail: undefined,
    follow: (lamp) => {
      store.setState({ detail: undefined });
      bridge.request('lamps.follow', { lamp }).catch((error: unknown) => report('lamps.follow', error));
    },
  }));
  const takeLamps = (pieces: readonly DistrictLamps[]): void => {
    book.set(pieces);
    lamps.setDistricts(pieces.map(({ slot, district, lon, lat }) => ({ slot, district, lon, lat })));
  };
  const takeStreets = (changed: readonly string[]): void => {
    for (const text of changed) {
      const streets = JSON.parse(text) as Streets; // the seat has checked it
      districts.set(streets.district, streets);
    }
    store.setState({ streets: [...districts.values()].flatMap(({ features }) => features) });
  };
  const takeAreas = (areas: readonly GroundArea[]): void => store.setState({ areas });
  const takeAges = (ages: readonly DistrictAge[]): void =>
    store.setState({ ages: new Map(ages.map(({ slot, asOf }) => [slot, asOf])) });
  const apply = (bytes: Uint8Array): void => lamps.apply(bytes);

  const stops = [
    follow(bridge, report, {
      read: 'lamps.dictionary',
      on: 'lamps.dictionary',
      whole: takeLamps,
      change: takeLamps,
    }),
    // Asked after the dictionary and answered after it: the line keeps its order.
    follow(bridge, report, { read: 'lamps.snapshot', on: 'lamps.batch', whole: apply, change: apply }),
    follow(bridge, report, { read: 'lamps.ages', on: 'lamps.ages', whole: takeAges, change: takeAges }),
    follow(bridge, report, { read: 'streets.all', on: 'streets', whole: takeStreets, change: takeStreets }),
    follow(bridge, report, { read: 'ground.areas', on: 'ground', whole: takeAreas, change: takeAreas }),
    bridge.on('lamps.detail', (detail) => store.setState({ detail })),
  ];
  return {
    store,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

export const { Provider: CityProvider, useSelect: useCity } = storeContext<City>('city');
