import { useEffect, useMemo, useState } from 'react';
import type { DistrictLamps } from '../../../shared/ipc/model.ts';
import { nightFacts } from '../../../shared/lamp/history/night-facts.ts';
import { useNow } from '../../lib/clock/index.ts';
import { clockMinute, useLanguage, useT } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { Button } from '../../ui/index.ts';
import { isStale, useLink } from '../link/index.ts';
import type { LampRef } from '../map/index.ts';
import { LampCurve } from './LampCurve.tsx';
import { type LampNight, lampNights, programmeOf } from './lamp-nights.ts';
import { factLines } from './night-words.ts';
import type { NightPlace } from './nights.ts';
import styles from './Replay.module.css';
import { useReplay } from './store.ts';
import { nightWords } from './words.ts';

const MINUTE_MS = 60_000;

interface LampNightsProps {
  readonly lamp: LampRef;
  /** its district's columns */
  readonly piece: DistrictLamps;
  readonly place: NightPlace;
}

/**
 * What a live lamp did tonight so far and last night, its programme beside it. Asked of the hub when somebody unfolds
 * it: the journal has who looked at which district.
 */
export function LampNights({ lamp, piece, place }: LampNightsProps) {
  const t = useT();
  const unfolded = useReplay((replay) => replay.unfolded);
  const unfold = useReplay((replay) => replay.unfold);
  return (
    <details
      className={styles.nightsOf}
      open={unfolded}
      onToggle={({ currentTarget }) => unfold(currentTarget.open)}
    >
      <summary>{t('lampNight.title')}</summary>
      {unfolded && <Nights key={piece.slot} lamp={lamp} piece={piece} place={place} />}
    </details>
  );
}

function Nights({ lamp, piece, place }: LampNightsProps) {
  const t = useT();
  const now = useNow();
  const recent = useReplay((replay) => replay.recent);
  const look = useReplay((replay) => replay.look);
  const [opened] = useState(now);
  useEffect(() => {
    const oldest = lampNights(opened, place).at(-1);
    if (oldest !== undefined) void look(piece, oldest.from, opened);
  }, [look, piece, place, opened]);
  const again = () => {
    const oldest = lampNights(now, place).at(-1);
    if (oldest !== undefined) void look(piece, oldest.from, now);
  };
  const mine = recent?.slot === piece.slot ? recent : undefined;
  const lost = useLink(({ state }) => isStale(state));
  const wasAway = mine?.missing === 'away';
  // biome-ignore lint/correctness/useExhaustiveDependencies: once with each return of the hub, not with each second
  useEffect(() => {
    if (!lost && wasAway) again();
  }, [lost]);
  const reel = mine?.reel;
  const moments = useMemo(() => reel?.lampThrough(lamp), [reel, lamp]);
  if (mine?.missing !== undefined)
    return (
      <div className={styles.missing}>
        <p>{t(mine.missing === 'nothing' ? 'lampNight.nothing' : `replay.${mine.missing}`)}</p>
        {mine.missing !== 'noSession' && mine.missing !== 'refused' && (
          <Button onClick={again}>{t('lampNight.again')}</Button>
        )}
      </div>
    );
  if (mine === undefined || moments === undefined)
    return (
      <p className="quiet" role="status">
        {t('lampNight.loading')}
      </p>
    );
  return (
    <>
      {lampNights(mine.at, place).map((night) => (
        <OneNight key={night.day} night={night} moments={moments} asked={mine.at} lamp={lamp} piece={piece} />
      ))}
      <p className="quiet">
        {t('lampNight.legend')} {t('lampNight.asOf', { time: clockMinute(mine.at) })}
      </p>
      {now - mine.at > 5 * MINUTE_MS && <Button onClick={again}>{t('lampNight.refresh')}</Button>}
    </>
  );
}

interface OneNightProps extends Pick<LampNightsProps, 'lamp' | 'piece'> {
  readonly night: LampNight;
  readonly moments: Parameters<typeof nightFacts>[0];
  /** ms since the epoch: nothing later is known of yet */
  readonly asked: number;
}

function OneNight({ night, moments, asked, lamp, piece }: OneNightProps) {
  const { t, locale } = useLanguage();
  const room = useRoomData((data) => data.lightingPlan.get('room'));
  const places = useRoomData((data) => data.lampPlaces.get(piece.district));
  const programme = useMemo(
    () => programmeOf(night, room, places, lamp.index),
    [night, room, places, lamp.index],
  );
  const lines = factLines(t, nightFacts(moments, programme, night, asked), night);
  const title = night.runs
    ? t('lampNight.tonight', { time: clockMinute(asked) })
    : t('lampNight.last', { night: nightWords(t, night.day, locale) });
  return (
    <section>
      <h4>{title}</h4>
      <LampCurve moments={moments} night={night} programme={programme} hours />
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {programme === undefined && <li>{t('lampNight.noProgramme')}</li>}
      </ul>
    </section>
  );
}
