import type { ReactNode } from 'react';
import { LampState } from '../../../shared/lamp/state.ts';
import { burningOf, expectedLevel } from '../../../shared/lighting/burning.ts';
import { clockOf } from '../../../shared/lighting/local-time.ts';
import { nameIn } from '../../../shared/lighting/night.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useLocale, useT } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { programmeWords, whyOf, whyWords } from './words.ts';

interface LampProgrammeProps {
  readonly district: string;
  /** in the district's dictionary */
  readonly index: number;
  /** bits of shared/lamp/state.ts, and % */
  readonly state: number;
  readonly level: number;
  /** a line of the list that this is part of */
  readonly row: (name: string, said: string) => ReactNode;
}

const MINUTE_MS = 60_000;
/** Cabinets' clocks go wrong by so much: near a step the one before or after explains as well. */
const CLOCKS_MS = 3 * MINUTE_MS;

/** What a lamp's programme says for now, and whether that is why it burns so. Nothing where no plan tells of it. */
export function LampProgramme({ district, index, state, level, row }: LampProgrammeProps) {
  const t = useT();
  const locale = useLocale();
  const room = useRoomData((data) => data.lightingPlan.get('room'));
  const places = useRoomData((data) => data.lampPlaces.get(district));
  const minute = Math.floor(useNow() / MINUTE_MS);
  if (room === undefined) return null;
  const time = (minute + room.aheadMinutes) * MINUTE_MS;
  const burning = burningOf(room, places, index, time);
  if (burning === undefined) return null;
  const around = [0, -CLOCKS_MS, CLOCKS_MS].flatMap((by) => burningOf(room, places, index, time + by) ?? []);
  const said = programmeWords(t, locale, burning, room.timeZone);
  const there = t('lighting.ahead', { time: clockOf(time, room.timeZone) });
  const { floor } = burning;
  return (
    <>
      {row(t('lighting.programme'), room.aheadMinutes === 0 ? said : `${said} (${there})`)}
      {floor &&
        row(
          t('lighting.floor'),
          t('lighting.floorOf', { level: floor.level, name: nameIn(floor.name, locale) }),
        )}
      {(state & LampState.neverSeen) === 0 &&
        row(t('lighting.cause'), whyWords(t, whyOf(state, level, around), expectedLevel(burning)))}
    </>
  );
}
