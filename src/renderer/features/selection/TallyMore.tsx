import { useState } from 'react';
import type { FaultTally } from '../../../shared/lamp/fault/tally.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { Button, classes } from '../../ui/index.ts';
import { NightCurve, nightWords } from '../lighting/index.ts';
import { isStale, useLink } from '../link/index.ts';
import styles from './Selection.module.css';
import type { Tally } from './use-tally.ts';

const MINUTE_MS = 60_000;
/** Hours that are written under the curve. */
const EVERY = 4;
/** Cabinets that a line names. */
const NAMED = 3;

interface TallyMoreProps {
  readonly tally: Tally;
  readonly onFaults: () => void;
}

/** More of the selected lamps, folded until somebody asks: their night, who is there, what is wrong and where. */
export function TallyMore({ tally, onFaults }: TallyMoreProps) {
  const t = useT();
  const offline = useLink(({ state }) => isStale(state));
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.more} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('selection.more')}</summary>
      {open && (
        <>
          <Tonight tally={tally} />
          {/* Passages are told as they happen: of now nobody knows. */}
          <p className={offline ? 'stale' : undefined}>
            {offline ? t('selection.raisedUnknown') : t('selection.raised', { n: tally.raised })}
          </p>
          {tally.faults.length > 0 && (
            <>
              <ul
                className={classes(styles.kinds, offline && 'stale')}
                aria-label={t('selection.faultKinds')}
              >
                {tally.faults.map((fault) => (
                  <FaultKind key={fault.name} fault={fault} />
                ))}
              </ul>
              <Button onClick={onFaults}>{t('selection.toFaults')}</Button>
            </>
          )}
        </>
      )}
    </details>
  );
}

/** The levels of tonight by the programme that most of them have, and where it is now. */
function Tonight({ tally: { night, programmes } }: Pick<TallyMoreProps, 'tally'>) {
  const t = useT();
  const room = useRoomData((data) => data.lightingPlan.get('room'));
  const minute = Math.floor(useNow() / MINUTE_MS);
  const [first] = programmes;
  if (night === undefined || room === undefined || first === undefined)
    return <p className="quiet">{t('selection.noNight')}</p>;
  const { timeZone, aheadMinutes } = room;
  const [name, n] = first;
  return (
    <>
      <p>{t('selection.tonight', { name, n })}</p>
      <NightCurve night={night} timeZone={timeZone} now={(minute + aheadMinutes) * MINUTE_MS} every={EVERY} />
      <p className="quiet">{nightWords(t, night, timeZone)}</p>
    </>
  );
}

function FaultKind({ fault: { name, lamps, cabinets } }: { readonly fault: FaultTally }) {
  const t = useT();
  const named = cabinets.slice(0, NAMED).map(([cabinet, n]) => t('selection.ofCabinet', { cabinet, n }));
  const more = cabinets.length - named.length;
  return (
    <li>
      {t('selection.faultKind', { kind: t(`map.fault.${name}`), n: lamps })}
      {named.length > 0 && (
        <small>
          {[...named, ...(more > 0 ? [t('selection.moreCabinets', { n: more })] : [])].join(' · ')}
        </small>
      )}
    </li>
  );
}
