import { useEffect, useMemo, useRef, useState } from 'react';
import { type LeaveLight, leavesLight, lightForbidden } from '../../../shared/advice/leave-light.ts';
import { isRefused } from '../../../shared/advice/refusal.ts';
import {
  adviseRelight,
  type BrightStreet,
  brightStreet,
  DIM_BELOW,
  lampsOfStreet,
  middleOf,
  RELIGHT,
  type RelightAdvice,
} from '../../../shared/advice/relight.ts';
import type { LampId } from '../../../shared/ids.ts';
import type { LampAnswer, LampWish } from '../../../shared/ipc/lamp-command.ts';
import type { LampOverride, PiledOrder } from '../../../shared/lamp/override.ts';
import { authorize, mayLightIn } from '../../../shared/rights/authorize.ts';
import type { Ticket } from '../../../shared/ticket/model.ts';
import { useBridge } from '../../lib/bridge/index.tsx';
import { useNow } from '../../lib/clock/index.ts';
import { useReport } from '../../lib/notices/index.ts';
import { useRoomData } from '../../lib/room-data/index.ts';
import { useCity } from '../city/index.ts';
import { useBoard } from '../desk/index.ts';
import { useIncidents, useOrdersLasting } from '../lighting/index.ts';
import { useMe } from '../session/index.ts';
import { type BrightBy, brightBy } from './bright-by.ts';
import { type DistrictLamp, nearLamps } from './near-lamps.ts';

/** How bright (0 to 1) and how long where no rule says, as of a ticket that light helps. */
export const USUAL_LIGHT = { level: 1, minutes: 30 } as const;
const MINUTE_MS = 60_000;

/** The street burns low, and nothing speaks for raising it: whoever wants to may all the same. */
export interface Offer {
  readonly street: string;
  readonly lamps: readonly LampId[];
  /** % in the middle of them */
  readonly level: number;
}

/** How far it is with the light of a ticket's street. */
export type Relight =
  | { readonly kind: 'override'; readonly override: LampOverride }
  /** `covers`: orders over which the light would lie, and by which its lamps would burn when it ends */
  | { readonly kind: 'advice'; readonly advice: RelightAdvice; readonly covers: readonly PiledOrder[] }
  | { readonly kind: 'offer'; readonly offer: Offer; readonly covers: readonly PiledOrder[] }
  /** nobody is to switch it here */
  | { readonly kind: 'leave'; readonly why: LeaveLight; readonly near?: Ticket }
  /** its lamps stand in a district whose light is not this person's */
  | { readonly kind: 'elsewhere'; readonly street: string }
  /** it is bright already, and by what: there is nothing to press */
  | {
      readonly kind: 'bright';
      readonly bright: BrightStreet<DistrictLamp>;
      readonly by: BrightBy | undefined;
    }
  | { readonly kind: 'none' };

/** Of these somebody asks themselves why there is no light to be had. */
const wantsLight = ({ kind, priority }: Ticket): boolean => priority === 1 || kind in RELIGHT;

/** What the seat knows of the light about a ticket's place, and what its rule advises; looked at each second. */
export function useRelight(ticket: Ticket): Relight {
  const { book, lamps, ages } = useCity((city) => city);
  const rows = useBoard((board) => board.rows);
  const overrides = useRoomData((data) => data.override);
  const incidents = useIncidents();
  const lasting = useOrdersLasting();
  const me = useMe();
  const now = useNow();
  return useMemo(() => {
    // The ids of commands are in order of time: the latest one counts.
    const own = [...overrides.values()].filter((one) => one.ticket === ticket.id);
    const override = own.toSorted((a, b) => a.id.localeCompare(b.id)).at(-1);
    if (override !== undefined) return { kind: 'override', override };
    if (ticket.state === 'closed') return { kind: 'none' };
    const why = leavesLight(ticket);
    if (why !== undefined) return { kind: 'leave', why };
    const near = nearLamps({ book, lamps, ages }, ticket.place.position);
    const its = lampsOfStreet(ticket.place, near);
    const forbids = lightForbidden(
      its.map(({ position }) => position),
      [...rows.values()].map((row) => row.ticket),
    );
    if (forbids !== undefined) return { kind: 'leave', why: forbids.why, near: forbids.ticket };
    const advice = adviseRelight(ticket, near, now);
    const coveredBy = (ids: readonly LampId[], minutes: number): readonly PiledOrder[] => {
      const refs = ids.flatMap((id) => book.refOf(id) ?? []);
      const places = new Set(refs.map(({ slot, index }) => `${book.piece(slot)?.district} ${index}`));
      return lasting((district, index) => places.has(`${district} ${index}`), now + minutes * MINUTE_MS);
    };
    const isForeign = its.some(({ district }) => me !== undefined && !mayLightIn(me, district));
    const ifMine = (wish: Relight, street: string): Relight =>
      isForeign ? { kind: 'elsewhere', street } : wish;
    if (advice !== undefined && !isRefused(ticket, advice.rule, advice.street))
      return ifMine(
        { kind: 'advice', advice, covers: coveredBy(advice.lamps, advice.minutes) },
        advice.street,
      );
    const sound = its.filter((lamp) => lamp.sound);
    const lit = sound.filter(({ level }) => level > 0 && level < DIM_BELOW);
    const street = lit[0]?.street;
    // Lamps that are off are off for the day, or for a reason that no rule here knows.
    if (street === undefined || lit.length * 2 < sound.length) {
      const bright = wantsLight(ticket) ? brightStreet(its, now) : undefined;
      if (bright === undefined) return { kind: 'none' };
      return { kind: 'bright', bright, by: brightBy(bright, overrides.values(), incidents) };
    }
    const level = middleOf(lit.map((lamp) => lamp.level));
    const ids = sound.map(({ id }) => id);
    return ifMine(
      { kind: 'offer', offer: { street, level, lamps: ids }, covers: coveredBy(ids, USUAL_LIGHT.minutes) },
      street,
    );
  }, [ticket, book, lamps, ages, rows, overrides, incidents, lasting, me, now]);
}

export type Asked = { readonly kind: 'idle' } | { readonly kind: 'asking' } | LampAnswer;

/** Sends one wish at a time and keeps what was answered, until `stage` is another. `may`: the role allows it. */
export function useLampCommand(stage: string) {
  const bridge = useBridge();
  const report = useReport();
  const me = useMe();
  const [asked, setAsked] = useState<Asked>({ kind: 'idle' });
  const current = useRef(stage);
  useEffect(() => {
    current.current = stage;
    setAsked({ kind: 'idle' });
  }, [stage]);
  const ask = async (wish: LampWish): Promise<LampAnswer | undefined> => {
    if (asked.kind === 'asking') return undefined;
    setAsked({ kind: 'asking' });
    try {
      const answer = await bridge.request('lamps.command', wish);
      // What was granted may be told by the lamps before its answer is here: then nothing is left to wait for.
      if (answer.kind !== 'done' || current.current === stage) setAsked(answer);
      return answer;
    } catch (error) {
      setAsked({ kind: 'idle' });
      report('lamps.command', error);
      return undefined;
    }
  };
  return { may: me !== undefined && authorize(me, 'lamp.set', { kind: 'lamp' }).ok, asked, ask };
}
