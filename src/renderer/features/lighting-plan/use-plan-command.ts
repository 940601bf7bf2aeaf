import { useState } from 'react';
import type { PlanAnswer, PlanWish } from '../../../shared/ipc/lighting-plan.ts';
import type { LightingPlan } from '../../../shared/lighting/model.ts';
import { type Named, namedWords } from '../../../shared/lighting/where-names.ts';
import { useBridge } from '../../lib/bridge/index.tsx';
import { type Locale, type Translate, useT } from '../../lib/i18n/index.tsx';
import { useNotices, useReport } from '../../lib/notices/index.ts';
import { placeWords } from './words.ts';

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
        notice(t('plan.published', { version: answer.version }), { calm: 'done' });
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

/** Why a plan did not come into force; what of it can't be taken is named as its form names it. */
export function refusedWords(
  t: Translate,
  locale: Locale,
  plan: LightingPlan,
  { code, field = '', inForce }: Refused,
): string {
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
    default: {
      const within = fieldIn(field);
      if (within !== undefined) {
        const place = placeWords(t, locale, plan, within);
        const isName = within.includes('where') && typeof within.at(-1) === 'number';
        return t(isName ? 'plan.code.unknownName' : 'plan.code.field', { place, name: nameAt(plan, within) });
      }
      return t('plan.code.other', { why: [t(`desk.code.${code}`), field].filter(Boolean).join(' · ') });
    }
  }
}

const PLAN = 'args.plan.';

/** Which field of the plan a refusal names, if it names one: `args.plan.floors.0.where.streets.1`. */
const fieldIn = (field: string): readonly (string | number)[] | undefined =>
  field.startsWith(PLAN)
    ? field
        .slice(PLAN.length)
        .split('.')
        .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
    : undefined;

/** What stands there. */
const nameAt = (plan: object, path: readonly (string | number)[]): string => {
  const found = path.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], plan);
  return path.includes('circuits') ? namedWords(found as Named) : String(found ?? '');
};
