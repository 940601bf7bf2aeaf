import type { ReactNode } from 'react';
import type { CrossingLight } from '../../../shared/crossing/light.ts';
import type { Position } from '../../../shared/geo/position.ts';
import { LampState } from '../../../shared/lamp/state.ts';
import { type Burning, burningOf, expectedLevel } from '../../../shared/lighting/burning.ts';
import { clockOf } from '../../../shared/lighting/local-time.ts';
import { nameIn } from '../../../shared/lighting/night.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useLocale, useT } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { useIncidents } from './use-incidents.ts';
import { floorWords, programmeWords, whyOf, whyWords } from './words.ts';

interface LampProgrammeProps {
  readonly district: string;
  /** in the district's dictionary */
  readonly index: number;
  readonly position: Position | undefined;
  /** bits of shared/lamp/state.ts, and % */
  readonly state: number;
  readonly level: number;
  /** when that was so, ms, 0 for unknown, where it is not followed any more; undefined for now */
  readonly since: number | undefined;
  /** which crossings a lamp at a place lights; without it a floor is told by its name alone */
  readonly crossingsOf?: CrossingLight['litFrom'] | undefined;
  /** a line of the list that this is part of */
  readonly row: (name: string, said: string) => ReactNode;
}

const MINUTE_MS = 60_000;
/** Cabinets' clocks go wrong by so much: near a step the one before or after explains as well. */
const CLOCKS_MS = 3 * MINUTE_MS;

/** What a lamp's programme says for now, and whether that is why it burns so. Nothing where no plan tells of it. */
export function LampProgramme(props: LampProgrammeProps) {
  const { district, index, position, state, level, since, crossingsOf, row } = props;
  const t = useT();
  const locale = useLocale();
  const room = useRoomData((data) => data.lightingPlan.get('room'));
  const places = useRoomData((data) => data.lampPlaces.get(district));
  const incidents = useIncidents();
  const incident = position && incidents?.(position);
  const minute = Math.floor(useNow() / MINUTE_MS);
  if (room === undefined) return null;
  const time = (minute + room.aheadMinutes) * MINUTE_MS;
  const at = (moment: number): Burning | undefined => {
    const programmed = burningOf(room, places, index, moment);
    return programmed && (incident === undefined ? programmed : { ...programmed, incident });
  };
  const burning = at(time);
  if (burning === undefined) return null;
  // Why it burned so is asked of the programme of then: since then it may have had another step.
  const then = since === undefined ? time : since + room.aheadMinutes * MINUTE_MS;
  const around = [0, -CLOCKS_MS, CLOCKS_MS].flatMap((by) => at(then + by) ?? []);
  const why = whyWords(t, whyOf(state, level, around), expectedLevel(at(then) ?? burning));
  const said = programmeWords(t, locale, burning, room.timeZone);
  const there = t('lighting.ahead', { time: clockOf(time, room.timeZone) });
  const { floor } = burning;
  return (
    <>
      {row(t('lighting.programme'), room.aheadMinutes === 0 ? said : `${said} (${there})`)}
      {floor &&
        row(
          t('lighting.floor'),
          t('lighting.floorOf', {
            level: floor.level,
            name: floorWords(t, locale, floor, position, crossingsOf),
          }),
        )}
      {incident &&
        row(
          t('lighting.incident'),
          t('lighting.incidentOf', {
            level: incident.floor.level,
            name: nameIn(incident.floor.name, locale),
            ref: incident.ticket.ref ?? incident.ticket.title,
            time: clockOf(incident.until, room.timeZone),
          }),
        )}
      {(state & LampState.neverSeen) === 0 &&
        since !== 0 &&
        row(t('lighting.cause'), since === undefined ? why : t('lighting.causeThen', { why }))}
    </>
  );
}
