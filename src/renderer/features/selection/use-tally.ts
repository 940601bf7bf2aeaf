import { useMemo } from 'react';
import { LEAVE_LIGHT_KINDS, lightForbidden } from '../../../shared/advice/leave-light.ts';
import { middleOf } from '../../../shared/advice/relight.ts';
import { type FaultTally, faultTally } from '../../../shared/lamp/fault/tally.ts';
import { indexOf, type LampKey, slotOf } from '../../../shared/lamp/selection.ts';
import { isOrdered, LampFault, LampState } from '../../../shared/lamp/state.ts';
import { type Burning, burningsAt, expectedLevel, leastLevel } from '../../../shared/lighting/burning.ts';
import { type Night, nameIn } from '../../../shared/lighting/night.ts';
import type { LampBefore } from '../../../shared/lighting/preview.ts';
import { mayLightIn } from '../../../shared/rights/authorize.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { groupAt, isLed, useCity, useCrossingLight } from '../city/index.ts';
import { useBoard } from '../desk/index.ts';
import { floorGroup, useIncidents } from '../lighting/index.ts';
import { useMe } from '../session/index.ts';

/** What is known of the selected lamps together. */
export interface Tally {
  /** those that the inventory still has, each with what an order would change, in order of cabinet */
  readonly lamps: readonly (LampBefore & { readonly id: string })[];
  readonly streets: number;
  readonly circuits: number;
  /** of those whose kind is known */
  readonly led: { readonly of: number; readonly led: number };
  readonly faulty: number;
  readonly silent: number;
  /** % of those heard of; undefined where none is */
  readonly levels: { readonly min: number; readonly middle: number; readonly max: number } | undefined;
  /** name → lamps, the most first */
  readonly programmes: readonly (readonly [name: string, lamps: number])[];
  /** tonight by the first of these; undefined where no plan tells of them */
  readonly night: Night | undefined;
  /** somebody is there: they burn at what their programme raises them to */
  readonly raised: number;
  readonly faults: readonly FaultTally[];
}

const MINUTE_MS = 60_000;
/** A whole city is not gone through each second. */
const MANY = 5_000;
const MANY_MS = 5_000;

/** Until when a lamp that follows its programme is at this level without an order, ms by the room's clock. */
function steadyUntil(now: Burning, level: number, ahead: number): number | undefined {
  if (now.step?.presence !== undefined || now.next === undefined) return undefined;
  return expectedLevel(now) === level ? now.next.at - ahead : undefined;
}

/** What is known of these lamps, looked at each second, or each few where they are many. */
export function useTally(keys: ReadonlySet<LampKey>): Tally {
  const { lamps, book } = useCity((city) => city);
  const room = useRoomData((data) => data.lightingPlan.get('room'));
  const places = useRoomData((data) => data.lampPlaces);
  const rows = useBoard((board) => board.rows);
  const incidents = useIncidents();
  const me = useMe();
  const { t, locale } = useLanguage();
  const light = useCrossingLight();
  const step = keys.size > MANY ? MANY_MS : 1_000;
  const moment = Math.floor(useNow() / step) * step;
  // biome-ignore lint/correctness/useExhaustiveDependencies: new columns mean that lamps came or went; the moment, that they burn otherwise
  return useMemo(() => {
    const barring = [...rows.values()].flatMap(({ ticket }) =>
      ticket.state !== 'closed' && LEAVE_LIGHT_KINDS.includes(ticket.kind as never) ? [ticket] : [],
    );
    const plan = room?.plan;
    const ahead = (room?.aheadMinutes ?? 0) * MINUTE_MS;
    const burning = plan && burningsAt(plan, room.timeZone, moment + room.aheadMinutes * MINUTE_MS);
    const found: (LampBefore & { id: string; cabinet: string; faults: number })[] = [];
    const nights = new Map<string, Night>();
    let raised = 0;
    const [streets, circuits, programmes] = [new Set<string>(), new Set<string>(), new Map<string, number>()];
    const led = { of: 0, led: 0 };
    for (const key of keys) {
      const [slot, index] = [slotOf(key), indexOf(key)];
      const piece = book.piece(slot);
      const n = lamps.find(slot, index);
      const id = piece?.ids[index];
      if (piece === undefined || n < 0 || !id) continue;
      const name = (kind: 'street' | 'circuit') => {
        const group = groupAt(piece, index, kind);
        return group && `${group.name}\n${group.within}`;
      };
      const [street, circuit] = [name('street'), name('circuit')];
      if (street !== undefined) streets.add(street);
      if (circuit !== undefined) circuits.add(circuit);
      const kind = piece.names[piece.kind[index] ?? 0];
      if (kind) {
        led.of++;
        if (isLed(kind)) led.led++;
      }
      const its = places.get(piece.district);
      const isOfPlan = burning !== undefined && its?.version === plan?.version;
      const now: Burning | undefined = isOfPlan
        ? burning?.({ group: its?.groups[index] ?? -1, floor: its?.floors[index] ?? -1 })
        : undefined;
      if (now !== undefined) {
        const programme = nameIn(now.night.program.name, locale);
        programmes.set(programme, (programmes.get(programme) ?? 0) + 1);
        if (!nights.has(programme)) nights.set(programme, now.night);
      }
      // By day sensors tell of who passes, and nothing is raised.
      if (lamps.state[n]! & LampState.presence && lamps.state[n]! & LampState.on) raised++;
      const cabinet = piece.names[piece.cabinet[index] ?? 0] ?? '';
      found.push({ id, cabinet, faults: lamps.faults[n]!, ...beforeOf(n, now, piece.district) });
    }
    function beforeOf(n: number, now: Burning | undefined, district: string): LampBefore {
      const state = lamps.state[n]!;
      const known = (state & LampState.neverSeen) === 0;
      const mute = (lamps.faults[n]! & LampFault.silent) !== 0;
      const at = lamps.positionOf(lamps.refOf(n)!);
      const incident = now && at && incidents?.(at);
      return {
        level: known ? (state & LampState.on ? lamps.level[n]! : 0) : undefined,
        // Silence is a fault of its own: nobody knows what else such a lamp would do.
        faulty: known && !mute && (state & LampState.fault) !== 0,
        silent: !known || mute,
        barred: at !== undefined && lightForbidden([at], barring) !== undefined,
        ordered: isOrdered(state),
        elsewhere: me !== undefined && !mayLightIn(me, district),
        floor: now === undefined ? 0 : leastLevel(incident === undefined ? now : { ...now, incident }),
        floorOf: now && floorGroup(t, locale, now.floor, incident, at, light.litFrom),
        steadyUntil:
          now === undefined || incident !== undefined || isOrdered(state)
            ? undefined
            : steadyUntil(now, state & LampState.on ? lamps.level[n]! : 0, ahead),
      };
    }
    const levels = found.flatMap(({ level }) => level ?? []);
    const inOrder = [...programmes].toSorted(([, a], [, b]) => b - a);
    return {
      lamps: found.toSorted((a, b) => (a.cabinet < b.cabinet ? -1 : a.cabinet > b.cabinet ? 1 : 0)),
      streets: streets.size,
      circuits: circuits.size,
      led,
      faulty: found.filter(({ faulty }) => faulty).length,
      silent: found.filter(({ silent }) => silent).length,
      levels:
        levels.length === 0
          ? undefined
          : {
              min: levels.reduce((a, b) => Math.min(a, b)),
              middle: middleOf(levels),
              max: levels.reduce((a, b) => Math.max(a, b)),
            },
      programmes: inOrder,
      night: nights.get(inOrder[0]?.[0] ?? ''),
      raised,
      faults: faultTally(found),
    };
  }, [keys, moment, lamps.x, room, places, rows, incidents, t, locale, light, book, me]);
}
