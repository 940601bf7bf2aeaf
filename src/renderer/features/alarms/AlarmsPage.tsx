import { useMemo, useState } from 'react';
import type { Alarm } from '../../../shared/alarm/model.ts';
import { useNow } from '../../lib/clock/index.ts';
import { clockTime, useT } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { Button, EmptyState } from '../../ui/index.ts';
import { useAsOf } from '../desk/index.ts';
import { isStale as isOffline, useLink } from '../link/index.ts';
import type { Gestures } from './AlarmActions.tsx';
import { AlarmLists } from './AlarmLists.tsx';
import styles from './AlarmsPage.module.css';
import { OutOfServiceDialog, ShelveDialog } from './HideDialogs.tsx';
import { LoadMeters } from './LoadMeters.tsx';
import { FILTERS, type Filter, listsOf, passes } from './lists.ts';
import { useAlarmAct } from './use-alarm-act.ts';

interface AlarmsPageProps {
  /** opens a ticket where tickets are worked on */
  readonly onTicket: (ticket: string) => void;
}

/** All alarms of the room as budgeted: what asks for somebody first, what is hidden with its end and motive. */
export function AlarmsPage({ onTicket }: AlarmsPageProps) {
  const t = useT();
  const alarms = useRoomData(({ alarm }) => alarm);
  const now = useNow();
  const [filter, setFilter] = useState<Filter>('all');
  const [hiding, setHiding] = useState<{ readonly how: 'shelf' | 'service'; readonly alarm: Alarm }>();
  const act = useAlarmAct();
  const off = useOffline();
  const all = useMemo(() => [...alarms.values()], [alarms]);
  const lists = listsOf(all.filter((alarm) => passes(alarm, filter, now)));
  const gestures: Gestures = {
    acknowledge: (alarm) => void act(alarm, 'alarm.acknowledge'),
    shelve: (alarm) =>
      alarm.state === 'shelved' ? void act(alarm, 'alarm.unshelve') : setHiding({ how: 'shelf', alarm }),
    outOfService: (alarm) =>
      alarm.state === 'outOfService'
        ? void act(alarm, 'alarm.inService')
        : setHiding({ how: 'service', alarm }),
    open: onTicket,
    off,
  };
  const close = () => setHiding(undefined);
  return (
    <>
      <LoadMeters onTicket={onTicket} />
      <div className={styles.filters}>
        {FILTERS.map((each) => (
          <Button
            key={each}
            look={each === filter ? 'secondary' : 'bare'}
            aria-pressed={each === filter}
            onClick={() => setFilter(each)}
          >
            {t(`alarms.filter.${each}`, { n: all.filter((alarm) => passes(alarm, each, now)).length })}
          </Button>
        ))}
        {filter !== 'all' && <span className="quiet">{t(`alarms.filter.${filter}Why`)}</span>}
        {off !== undefined && (
          <strong role="status" className="stale">
            {off}
          </strong>
        )}
      </div>
      {lists.length === 0 ? (
        <EmptyState title={t('alarms.none')} detail={t('alarms.noneDetail')} />
      ) : (
        <AlarmLists lists={lists} gestures={gestures} asking={hiding !== undefined} />
      )}
      {hiding?.how === 'shelf' && (
        <ShelveDialog alarm={alarms.get(hiding.alarm.id) ?? hiding.alarm} onClose={close} />
      )}
      {hiding?.how === 'service' && (
        <OutOfServiceDialog alarm={alarms.get(hiding.alarm.id) ?? hiding.alarm} onClose={close} />
      )}
    </>
  );
}

/** Why nothing can be commanded, and how old what is seen is; undefined while the hub is there. */
function useOffline(): string | undefined {
  const t = useT();
  const offline = useLink(({ state }) => isOffline(state));
  const asOf = useAsOf();
  if (!offline) return undefined;
  return asOf === undefined ? t('alarms.neverHeard') : t('alarms.offline', { time: clockTime(asOf) });
}
