import type { Alarm } from '../../../shared/alarm/model.ts';
import { authorize } from '../../../shared/rights/authorize.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { Button } from '../../ui/index.ts';
import { shortRef, useDesk } from '../desk/index.ts';
import { useMe } from '../session/index.ts';
import styles from './AlarmRow.module.css';
import { waits } from './lists.ts';

/** What a person can do to an alarm, wherever they press. */
export interface Gestures {
  readonly acknowledge: (alarm: Alarm) => void;
  /** begins to, or takes it off its shelf at once */
  readonly shelve: (alarm: Alarm) => void;
  readonly outOfService: (alarm: Alarm) => void;
  readonly open: (ticket: string) => void;
  /** why nothing can be commanded now */
  readonly off: string | undefined;
}

export const canAcknowledge = waits;
export const canShelve = ({ state }: Alarm): boolean => state !== 'outOfService';

interface AlarmActionsProps {
  readonly alarm: Alarm;
  readonly chosen: boolean;
  readonly gestures: Gestures;
}

export function AlarmActions({ alarm, chosen, gestures }: AlarmActionsProps) {
  const t = useT();
  const me = useMe();
  const { ticket } = alarm;
  const known = useDesk(({ tickets }) => (ticket === undefined ? undefined : tickets.get(ticket)));
  const { off } = gestures;
  const supervises = me !== undefined && authorize(me, 'alarm.outOfService', { kind: 'alarm' }).ok;
  return (
    <div className={styles.actions}>
      {canAcknowledge(alarm) && (
        <Button shortcut={chosen ? 'A' : undefined} off={off} onClick={() => gestures.acknowledge(alarm)}>
          {t('alarms.act.acknowledge')}
        </Button>
      )}
      {known !== undefined && (
        <Button onClick={() => gestures.open(known.id)}>
          {t('alarms.act.open', { ref: shortRef(known, t) })}
        </Button>
      )}
      {canShelve(alarm) && (
        <Button shortcut={chosen ? 'Z' : undefined} off={off} onClick={() => gestures.shelve(alarm)}>
          {t(alarm.state === 'shelved' ? 'alarms.act.unshelve' : 'alarms.act.shelve')}
        </Button>
      )}
      {supervises && (
        <Button look="bare" off={off} onClick={() => gestures.outOfService(alarm)}>
          {t(alarm.state === 'outOfService' ? 'alarms.act.inService' : 'alarms.act.outOfService')}
        </Button>
      )}
    </div>
  );
}
