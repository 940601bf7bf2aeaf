import type { CauseGroup } from '../../../shared/lamp/fault/causes.ts';
import {
  type FaultCause,
  LAMPS_NAMED,
  type LampFaultGroup,
  STREETS_NAMED,
} from '../../../shared/lamp/fault/group.ts';
import { instant } from '../../../shared/wire/time.ts';
import { extentOf } from '../extent.ts';

/** Causes that are in one circuit: which one is what the crew has to know. */
const OF_CIRCUIT: readonly FaultCause[] = ['tripped', 'circuitDark', 'contactor'];
const LONGEST_ID = 256;

/** A group as seats are told of it. */
export function groupTold({ id, cause, fed, lamps }: CauseGroup): LampFaultGroup {
  const all = lamps.map(({ lamp }) => lamp);
  const { streets, at = all[0]! } = extentOf(all, []);
  const { cabinet, circuit } = at;
  const fedFrom = new Set(all.flatMap((lamp) => lamp.cabinet ?? [])).size;
  return {
    v: 1,
    id: id.slice(0, LONGEST_ID),
    cause,
    lamps: lamps.length,
    ...(fed !== undefined && Number.isFinite(fed) && { fed }),
    ...(cause === 'feeder' && fedFrom > 1 ? { cabinets: fedFrom } : cabinet !== undefined && { cabinet }),
    ...(circuit !== undefined && OF_CIRCUIT.includes(cause) && { circuit }),
    streets: streets.slice(0, STREETS_NAMED),
    moreStreets: Math.max(0, streets.length - STREETS_NAMED),
    ...(at.commune !== undefined && { commune: at.commune }),
    position: at.position,
    since: instant(lamps.reduce((first, { since }) => Math.min(first, since), Number.MAX_SAFE_INTEGER)),
    named: all
      .map((lamp) => lamp.id)
      .sort()
      .slice(0, LAMPS_NAMED),
  };
}
