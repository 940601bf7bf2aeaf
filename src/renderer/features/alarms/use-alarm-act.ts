import { useCallback } from 'react';
import type { Alarm } from '../../../shared/alarm/model.ts';
import type { AlarmAct, AlarmAnswer } from '../../../shared/ipc/alarm.ts';
import { useBridge } from '../../lib/bridge/index.tsx';
import { type Translate, useT } from '../../lib/i18n/index.tsx';
import { useNotices, useReport } from '../../lib/notices/index.ts';

type Details = Partial<Pick<AlarmAct, 'args' | 'motive'>>;
export type ActOnAlarm = (alarm: Alarm, op: AlarmAct['op'], details?: Details) => Promise<boolean>;

/** Asks the room at once. @returns whether it was done; why not has been shown */
export function useAlarmAct(): ActOnAlarm {
  const bridge = useBridge();
  const report = useReport();
  const show = useNotices((notices) => notices.show);
  const t = useT();
  return useCallback(
    async ({ id, version: exp }, op, { args = {}, motive } = {}) => {
      try {
        const answer = await bridge.request('alarms.act', {
          op,
          alarm: id,
          exp,
          args,
          ...(motive === undefined ? {} : { motive }),
        });
        if (answer.kind === 'done') return true;
        show(answerWords(t, answer));
      } catch (error) {
        report('alarms.act', error);
      }
      return false;
    },
    [bridge, report, show, t],
  );
}

function answerWords(t: Translate, answer: Exclude<AlarmAnswer, { kind: 'done' }>): string {
  if (answer.kind === 'unanswered') return t('alarms.answer.unanswered');
  switch (answer.code) {
    case 'VERSION_CONFLICT':
    case 'BAD_STATE':
      return t(`alarms.answer.${answer.code}`);
    case 'NO_SESSION':
      return t('desk.code.noSession');
    case 'FORBIDDEN':
      return t(answer.field === 'session' ? 'desk.code.noSession' : 'alarms.answer.FORBIDDEN');
    default:
      return t('alarms.answer.other', { code: [answer.code, answer.field].filter(Boolean).join(' ') });
  }
}
