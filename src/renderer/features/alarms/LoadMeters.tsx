import type { AlarmLoad } from '../../../shared/alarm/load.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { classes } from '../../ui/index.ts';
import { Counted } from './Counted.tsx';
import styles from './LoadMeters.module.css';
import { isLoud, useAlarmLoad } from './use-load.ts';

/** Ten are what a person may just not be flooded by in ten minutes. */
const STEPS = Array.from({ length: 10 }, (_, n) => n + 1);

/** The load of this seat and of the room, against the figures of EEMUA 191, in words. */
export function LoadMeters({ onTicket }: { readonly onTicket: (ticket: string) => void }) {
  const t = useT();
  const { seat, room, operators } = useAlarmLoad();
  return (
    <div className={styles.meters}>
      <Meter name={t('alarms.load.seat')} load={seat} people={1} />
      <Meter
        name={`${t('alarms.load.room')}, ${t('alarms.load.operators', { n: operators })}`}
        load={room}
        people={operators}
      />
      <p className={styles.figures}>{t('alarms.load.figures')}</p>
      <Counted onTicket={onTicket} />
    </div>
  );
}

interface MeterProps {
  readonly name: string;
  readonly load: AlarmLoad;
  /** who share it */
  readonly people: number;
}

function Meter({ name, load, people }: MeterProps) {
  const t = useT();
  const loud = isLoud(load.grade);
  const filled = Math.ceil(load.tenMinutes / people);
  return (
    <section className={styles.meter} aria-label={name}>
      <span className={styles.name}>{name}</span>
      <strong className={classes(styles.grade, loud && styles.loud)}>{t(`alarms.load.${load.grade}`)}</strong>
      <span className={styles.bar} aria-hidden>
        {STEPS.map((step) => (
          <i key={step} className={classes(step <= filled && (loud ? styles.high : styles.on))} />
        ))}
      </span>
      <span className={styles.counts}>
        {t('alarms.load.tenMinutes', { n: load.tenMinutes })} · {t('alarms.load.hour', { n: load.hour })}
      </span>
    </section>
  );
}
