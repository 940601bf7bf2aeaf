import { useState } from 'react';
import type { PlanAnswer, PlanWish } from '../../../shared/ipc/lighting-plan.ts';
import { useBridge } from '../../lib/bridge/index.tsx';
import { type Translate, useT } from '../../lib/i18n/index.tsx';
import { useNotices, useReport } from '../../lib/notices/index.ts';

type Refused = Extract<PlanAnswer, { kind: 'refused' }>;

/** Asks the hub for another plan, at once or not at all. */
export function usePlanCommand() {
  const bridge = useBridge();
  const report = useReport();
  const t = useT();
  const notice = useNotices((notices) => notices.show);
  const [refused, setRefused] = useState<Refused>();
  /** @returns the version that is in force by now, where it was done */
  async function ask(wish: PlanWish): Promise<number | undefined> {
    setRefused(undefined);
    try {
      const answer = await bridge.request('lightingPlan.command', wish);
      if (answer.kind === 'done') {
        notice(t('plan.published', { version: answer.version }));
        return answer.version;
      }
      setRefused(answer);
    } catch (error) {
      report('lightingPlan.command', error);
    }
    return undefined;
  }
  return { ask, refused };
}

/** Why a plan did not come into force. */
export function refusedWords(t: Translate, { code, field = '', inForce }: Refused): string {
  switch (code) {
    case 'VERSION_CONFLICT':
      return t('plan.code.VERSION_CONFLICT', { version: inForce?.version ?? 0 });
    case 'NO_SESSION':
    case 'NO_HUB':
    case 'NO_ANSWER':
    case 'EXPIRED':
      return t(`plan.code.${code}`);
    case 'FORBIDDEN':
      return t(field === 'session' ? 'plan.code.NO_SESSION' : 'plan.code.FORBIDDEN');
    default:
      return t('plan.code.other', { why: [t(`desk.code.${code}`), field].filter(Boolean).join(' · ') });
  }
}
