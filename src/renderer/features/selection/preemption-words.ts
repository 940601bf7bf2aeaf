import { type Preemption, stateOf } from '../../../shared/lamp/preemption.ts';
import type { Person } from '../../../shared/rights/model.ts';
import { millis } from '../../../shared/wire/time.ts';
import { clockMinute, type Translate } from '../../lib/i18n/index.tsx';
import { nameOf } from '../session/index.ts';
import { orderWords } from './words.ts';

/** What was laid over an order of who sits here, and what has come of it. */
export function preemptionWords(
  t: Translate,
  one: Preemption,
  people: readonly Person[],
): { readonly name: string; readonly said: string; readonly after: string | undefined } {
  const { order, by, at, until, overAt, asked, left, back } = one;
  const state = stateOf(one);
  const values = {
    who: nameOf(people, by),
    time: clockMinute(millis(at)),
    until: clockMinute(millis(until)),
    over: overAt === undefined ? '' : clockMinute(millis(overAt)),
    n: state === 'back' ? back : state === 'left' || state === 'ended' ? left : asked,
  };
  const outlasts = millis(order.until) > millis(until);
  return {
    name: orderWords(t, order),
    said: t(`selection.preempted.${state}`, values),
    after:
      state === 'left'
        ? t(outlasts ? 'selection.preempted.resumes' : 'selection.preempted.endsBefore', values)
        : undefined,
  };
}
