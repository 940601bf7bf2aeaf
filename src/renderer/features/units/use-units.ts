import { useEffect, useMemo } from 'react';
import { loadOf, type NearestUnit, nearestUnit, refusalsOf } from '../../../shared/advice/nearest-unit.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { type TravelFrom, travelTo } from '../../../shared/geo/route.ts';
import { type StreetGraph, streetGraph } from '../../../shared/geo/street-graph.ts';
import type { StreetPiece } from '../../../shared/geo/streets.ts';
import type { UnitId } from '../../../shared/ids.ts';
import { mayLocate } from '../../../shared/rights/authorize.ts';
import type { Ticket } from '../../../shared/ticket/model.ts';
import { type RoomUnit, withoutPlace } from '../../../shared/unit/model.ts';
import { instant } from '../../../shared/wire/time.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useRoomData } from '../../lib/room-data/index.ts';
import { useCity } from '../city/index.ts';
import { type Row, useBoard } from '../desk/index.ts';
import { useMe } from '../session/index.ts';

/** Ages and the order of units are judged anew by this step, ms. */
const STEP_MS = 2_000;

/** The graph of the streets as the seat last told them: made when it is first asked for, once for all views. */
const graphs = new WeakMap<readonly StreetPiece[], StreetGraph>();
function graphOf(streets: readonly StreetPiece[]): StreetGraph | undefined {
  if (streets.length === 0) return undefined;
  const known = graphs.get(streets);
  if (known !== undefined) return known;
  const made = streetGraph(streets);
  graphs.set(streets, made);
  return made;
}

/** Units that the room knows, as far as this person may see them: without the right their places are not there. */
export function useUnits(): ReadonlyMap<string, RoomUnit> {
  const units = useRoomData((data) => data.unit);
  const me = useMe();
  const may = mayLocate(me);
  return useMemo(() => {
    if (may) return units;
    return new Map([...units].map(([id, unit]) => [id, withoutPlace(unit)]));
  }, [units, may]);
}

/** The searches of the last places asked about: views of one ticket share one. */
const searches = new Map<string, { readonly graph: StreetGraph | undefined; readonly travel: TravelFrom }>();
const MOST_SEARCHES = 8;
function searchTo(graph: StreetGraph | undefined, place: Position): TravelFrom {
  const key = place.join(' ');
  const known = searches.get(key);
  if (known !== undefined && known.graph === graph) return known.travel;
  const travel = travelTo(graph, place);
  searches.delete(key);
  searches.set(key, { graph, travel });
  const [oldest] = searches.keys();
  if (searches.size > MOST_SEARCHES && oldest !== undefined) searches.delete(oldest);
  return travel;
}

/** Travel to a place from anywhere; undefined where there is no place. */
export function useTravel(place: Position | undefined): TravelFrom | undefined {
  const streets = useCity((city) => city.streets);
  const [lon, lat] = place ?? [];
  return useMemo(
    () => (lon === undefined || lat === undefined ? undefined : searchTo(graphOf(streets), [lon, lat])),
    [streets, lon, lat],
  );
}

/** Now, in steps. */
export const useMoment = (): number => Math.floor(useNow() / STEP_MS) * STEP_MS;

function* ticketsOf(rows: ReadonlyMap<string, Row>): Iterable<Ticket> {
  for (const { ticket } of rows.values()) yield ticket;
}

/** What was last proposed for the last tickets looked at, so that all views of one propose the same. */
const proposals = new Map<string, UnitId>();
const MOST_PROPOSALS = 50;
function remember(ticket: string, { proposed }: NearestUnit): void {
  proposals.delete(ticket);
  if (proposed !== undefined) proposals.set(ticket, proposed.unit.id);
  const [oldest] = proposals.keys();
  if (proposals.size > MOST_PROPOSALS && oldest !== undefined) proposals.delete(oldest);
}

/** Which unit the rule would send to a ticket, by what this seat knows: with the room or without it. */
export function useNearest(ticket: Ticket): NearestUnit {
  const units = useUnits();
  const rows = useBoard((board) => board.rows);
  const travel = useTravel(ticket.place.position);
  const moment = useMoment();
  const { id } = ticket;
  // Ten thousand rows are not looked through at each step of a unit.
  const load = useMemo(() => loadOf(ticketsOf(rows), { id }), [rows, id]);
  const refusals = useMemo(() => refusalsOf(ticketsOf(rows), { id }), [rows, id]);
  const nearest = useMemo(() => {
    const before = proposals.get(ticket.id);
    const now = instant(moment);
    return nearestUnit({ ticket, units: units.values(), load, refusals, travel, now, before });
  }, [ticket, units, load, refusals, travel, moment]);
  useEffect(() => remember(ticket.id, nearest), [ticket.id, nearest]);
  return nearest;
}
