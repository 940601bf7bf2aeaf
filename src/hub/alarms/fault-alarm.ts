import { Alarm, type AlarmSource } from '../../shared/alarm/model.ts';
import { AlarmId, type TicketId } from '../../shared/ids.ts';
import type { TicketDraft } from '../../shared/ticket/model.ts';
import type { Instant } from '../../shared/wire/time.ts';
import type { FaultExtent } from '../lighting/extent.ts';
import { conditionOf, type LastingFault } from '../lighting/lasting-fault.ts';

/** An alarm names this many cabinets at most; its lamps are counted. */
const CABINETS = 2_000;
const LONGEST_ID = 256;

/** What an alarm says beyond its state. */
export type AlarmFacts = Pick<
  Alarm,
  'source' | 'priority' | 'title' | 'place' | 'condition' | 'lamps' | 'cabinets'
>;

/** The alarm of a fault of what feeds lamps; of the same cabinets it is the same one each time. */
export const alarmIdOf = ({ key }: Pick<LastingFault, 'key'>): AlarmId =>
  AlarmId.parse(key.slice(0, LONGEST_ID));

export function factsOf(
  fault: Pick<LastingFault, 'key' | 'cabinets' | 'declared'>,
  extent: FaultExtent,
  { priority, title, place }: TicketDraft,
): AlarmFacts {
  const { cabinets } = fault;
  return {
    source: sourceOf(cabinets, extent),
    priority,
    title,
    place,
    condition: conditionOf(fault),
    lamps: extent.lamps,
    cabinets: cabinets.slice(0, CABINETS),
  };
}

/** The least that has all of it in common. */
function sourceOf(cabinets: readonly string[], { circuits, streets }: FaultExtent): AlarmSource {
  const [circuit, ...moreCircuits] = circuits;
  if (circuit !== undefined && moreCircuits.length === 0) return { kind: 'circuit', id: circuit };
  const [cabinet = '?'] = cabinets;
  const [street] = streets;
  if (cabinets.length > 1 && street !== undefined) return { kind: 'street', id: street };
  return { kind: 'cabinet', id: cabinet };
}

/** An alarm's first occurrence. */
export const firstAlarm = (
  id: AlarmId,
  facts: AlarmFacts,
  ticket: TicketId | undefined,
  at: Instant,
  shelfMinutes: number,
): Alarm =>
  Alarm.parse({
    v: 1,
    id,
    version: 1,
    ...facts,
    ...(ticket === undefined ? {} : { ticket }),
    state: 'unacknowledged',
    active: true,
    raisedAt: at,
    occurrences: 1,
    transitions: [{ at, active: true }],
    shelfMinutes,
  });
