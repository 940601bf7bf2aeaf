import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../../shared/ipc/contract.ts';
import type { DistrictLamps } from '../../../shared/ipc/model.ts';
import type { PastDeskAnswer } from '../../../shared/ipc/past-desk.ts';
import type { Report } from '../../lib/notices/index.ts';
import { storeContext } from '../../lib/store/context.ts';
import { LampTable } from '../map/index.ts';
import type { ReplayNight } from './nights.ts';
import { type Missing, type RecentNights, recentNights } from './recent.ts';
import { type PastCounts, Reel } from './reel.ts';

/** Times as fast as it was. */
export const SPEEDS = [1, 60, 300, 900] as const;
export type Speed = (typeof SPEEDS)[number];

/** A night that is seen again: the live city goes on behind it. */
export interface Replay extends RecentNights {
  /** undefined: live */
  readonly night: ReplayNight | undefined;
  /** what is shown, ms since the epoch */
  readonly at: number;
  readonly reel: Reel | undefined;
  /** how lamps were then: a table of its own, the live one goes on beside it */
  readonly lamps: LampTable;
  readonly counts: PastCounts | undefined;
  /** which interventions and alarms there were; undefined while it is asked */
  readonly desk: PastDeskAnswer | undefined;
  /** why there is no reel; undefined while it is fetched too */
  readonly missing: Missing | undefined;
  /** hours of districts that could not be read */
  readonly unread: number;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly open: (night: ReplayNight, at: number, pieces: readonly DistrictLamps[]) => Promise<void>;
  /** back to live */
  readonly close: () => void;
  readonly seek: (at: number) => void;
  /** @param ms how much further */
  readonly seekBy: (ms: number) => void;
  readonly setPlaying: (playing: boolean) => void;
  readonly setSpeed: (speed: Speed) => void;
}

const LIVE = {
  night: undefined,
  at: 0,
  reel: undefined,
  counts: undefined,
  desk: undefined,
  missing: undefined,
  unread: 0,
  playing: false,
} as const;

export function createReplayStore(bridge: Bridge, report: Report): StoreApi<Replay> {
  let asked = 0;
  return createStore<Replay>((set, get) => ({
    ...LIVE,
    ...recentNights(bridge, report, set, get),
    lamps: new LampTable(),
    speed: 300,
    open: async (night, at, pieces) => {
      const mine = ++asked;
      set({ ...LIVE, night, at });
      // Beside the lamps: neither waits for the other.
      bridge
        .request('desk.past', { from: night.from, to: night.to })
        .catch((error: unknown): PastDeskAnswer => {
          report('desk.past', error);
          return { kind: 'silent' };
        })
        .then((desk) => {
          if (mine === asked) set({ desk });
        });
      try {
        const answer = await bridge.request('lamps.history', { from: night.from, to: night.to });
        if (mine !== asked) return;
        if (answer.kind !== 'found') return set({ missing: answer.kind });
        const reel = new Reel(pieces, answer);
        const lamps = new LampTable();
        lamps.setDistricts(pieces.map(({ slot, district, lon, lat }) => ({ slot, district, lon, lat })));
        if (reel.last === undefined) return set({ missing: 'nothing', unread: answer.unread });
        set({ reel, lamps, unread: answer.unread });
        get().seek(get().at);
      } catch (error) {
        if (mine === asked) set({ missing: 'silent' });
        report('lamps.history', error);
      }
    },
    close: () => {
      asked++;
      set(LIVE);
    },
    seek: (wanted) => {
      const { night, reel, lamps, at: before, counts } = get();
      if (night === undefined) return;
      // Beyond what is known there is nothing yet: tonight ends now.
      const end = Math.min(night.to, reel?.last ?? night.to);
      const at = Math.min(end, Math.max(night.from, wanted));
      // Nothing is kept more finely than by the minute.
      const same = counts !== undefined && Math.floor(at / 60_000) === Math.floor(before / 60_000);
      const shown = same ? undefined : reel?.show(at);
      set({ at, counts: shown?.counts ?? counts, ...(at === end && { playing: false }) });
      if (shown !== undefined) lamps.apply(shown.batch);
    },
    seekBy: (ms) => get().seek(get().at + ms),
    setPlaying: (playing) => set({ playing }),
    setSpeed: (speed) => set({ speed }),
  }));
}

export const { Provider: ReplayProvider, useSelect: useReplay } = storeContext<Replay>('replay');
