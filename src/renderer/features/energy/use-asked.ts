import { useEffect, useState } from 'react';
import type { EnergyAnswer, EnergyWish } from '../../../shared/ipc/energy.ts';
import type { LampHistoryAnswer, LampHistoryWish } from '../../../shared/ipc/lamp-history.ts';
import { useBridge } from '../../lib/bridge/index.tsx';
import { useReport } from '../../lib/notices/index.ts';

interface Questions {
  readonly 'energy.read': { readonly wish: EnergyWish; readonly answer: EnergyAnswer };
  readonly 'lamps.history': { readonly wish: LampHistoryWish; readonly answer: LampHistoryAnswer };
}

/** An answer of the hub's; undefined while it is asked. */
export interface Asking<A> {
  readonly asked: A | undefined;
  readonly again: () => void;
}

/** Asks the hub, whenever something else is wanted. @param wish undefined: nothing is asked */
export function useAsked<Q extends keyof Questions>(
  question: Q,
  wish: Questions[Q]['wish'] | undefined,
): Asking<Questions[Q]['answer']> {
  type Answer = Questions[Q]['answer'];
  const bridge = useBridge();
  const report = useReport();
  const [told, setTold] = useState<{ readonly key: string; readonly answer: Answer }>();
  const [turn, setTurn] = useState(0);
  const wanted = wish && JSON.stringify(wish);
  const key = `${turn} ${wanted}`;
  useEffect(() => {
    if (wanted === undefined) return;
    let isWanted = true;
    const asking: Promise<Answer> = bridge.request(question, JSON.parse(wanted));
    asking
      .catch((error: unknown): Answer => {
        report(question, error);
        return { kind: 'silent' };
      })
      .then((answer) => {
        if (isWanted) setTold({ key, answer });
      });
    return () => {
      isWanted = false;
    };
  }, [bridge, report, question, wanted, key]);
  return { asked: told?.key === key ? told.answer : undefined, again: () => setTurn(turn + 1) };
}
