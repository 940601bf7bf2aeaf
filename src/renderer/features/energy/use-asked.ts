import { useEffect, useState } from 'react';
import type { EnergyAnswer, EnergyWish } from '../../../shared/ipc/energy.ts';
import { useBridge } from '../../lib/bridge/index.tsx';
import { useReport } from '../../lib/notices/index.ts';

/** What the hub answered; undefined while it is asked. */
export type Asked = EnergyAnswer | undefined;

/** Asks the hub what lamps used, whenever something else is wanted. @param wish undefined: nothing is asked */
export function useAsked(wish: EnergyWish | undefined): {
  readonly asked: Asked;
  readonly again: () => void;
} {
  const bridge = useBridge();
  const report = useReport();
  const [asked, setAsked] = useState<{ readonly key: string; readonly answer: EnergyAnswer }>();
  const [turn, setTurn] = useState(0);
  const wanted = wish && JSON.stringify(wish);
  const key = `${turn} ${wanted}`;
  useEffect(() => {
    if (wanted === undefined) return;
    let isWanted = true;
    bridge
      .request('energy.read', JSON.parse(wanted) as EnergyWish)
      .catch((error: unknown): EnergyAnswer => {
        report('energy.read', error);
        return { kind: 'silent' };
      })
      .then((answer) => {
        if (isWanted) setAsked({ key, answer });
      });
    return () => {
      isWanted = false;
    };
  }, [bridge, report, wanted, key]);
  return { asked: asked?.key === key ? asked.answer : undefined, again: () => setTurn(turn + 1) };
}
