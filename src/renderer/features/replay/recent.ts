import type { DistrictId } from '../../../shared/ids.ts';
import type { Bridge } from '../../../shared/ipc/contract.ts';
import type { LampHistoryAnswer } from '../../../shared/ipc/lamp-history.ts';
import type { DistrictLamps } from '../../../shared/ipc/model.ts';
import type { Report } from '../../lib/notices/index.ts';
import { Reel } from './reel.ts';

/** Why there is nothing to show. */
export type Missing = Exclude<LampHistoryAnswer['kind'], 'found'> | 'nothing';

/** The last nights of a district, as the hub has them. */
export interface Recent {
  readonly slot: number;
  /** when they were asked for, ms since the epoch */
  readonly at: number;
  /** undefined while they are fetched, or where `missing` says why there is nothing */
  readonly reel: Reel | undefined;
  readonly missing: Missing | undefined;
}

/** What lamps did of late, beside the live city: asked for a district, so that its other lamps have it too. */
export interface RecentNights {
  readonly recent: Recent | undefined;
  /** somebody has unfolded them: they stay so from lamp to lamp */
  readonly unfolded: boolean;
  readonly unfold: (unfolded: boolean) => void;
  /** asks for a district's hours, unless they have just been asked for. @param from,now ms since the epoch */
  readonly look: (piece: DistrictLamps, from: number, now: number) => Promise<void>;
}

/** So long what was asked for does for other lamps of its district too: it says its age. */
const FRESH_MS = 5 * 60_000;

export function recentNights(
  bridge: Bridge,
  report: Report,
  set: (part: Partial<RecentNights>) => void,
  get: () => RecentNights,
): RecentNights {
  return {
    recent: undefined,
    unfolded: false,
    unfold: (unfolded) => set({ unfolded }),
    look: async (piece, from, now) => {
      const before = get().recent;
      const { slot } = piece;
      const district = piece.district as DistrictId; // the seat has checked it
      if (before?.slot === slot && before.missing === undefined && now - before.at < FRESH_MS) return;
      const asked: Recent = { slot, at: now, reel: undefined, missing: undefined };
      set({ recent: asked });
      const settle = (part: Partial<Recent>) => {
        // Another district was asked for meanwhile.
        if (get().recent === asked) set({ recent: { ...asked, ...part } });
      };
      try {
        const range = { from: Math.floor(from), to: Math.ceil(now) };
        const answer = await bridge.request('lamps.history', { ...range, district });
        if (answer.kind !== 'found') return settle({ missing: answer.kind });
        const reel = new Reel([piece], answer);
        settle(reel.last === undefined ? { missing: 'nothing' } : { reel });
      } catch (error) {
        settle({ missing: 'silent' });
        report('lamps.history', error);
      }
    },
  };
}
