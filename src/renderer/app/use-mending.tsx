import { useState } from 'react';
import type { Position } from '../../shared/geo/position.ts';
import { authorize } from '../../shared/rights/authorize.ts';
import { useCity } from '../features/city/index.ts';
import { MendLamp } from '../features/inventory/index.ts';
import { isStale, useLink } from '../features/link/index.ts';
import type { LampRef } from '../features/map/index.ts';
import { useMe } from '../features/session/index.ts';
import { useT } from '../lib/i18n/index.tsx';
import { Button } from '../ui/index.ts';

interface Mending {
  readonly lamp: LampRef;
  readonly id: string;
  readonly from: Position;
  readonly position: Position;
}

/** What mending the place of a lamp adds to the map: a button in its card, and while it is mended a mark and a form. */
export function useMending(lamp: LampRef | undefined) {
  const t = useT();
  const { lamps, book } = useCity((city) => city);
  const me = useMe();
  const lost = useLink(({ state }) => isStale(state));
  const [mending, setMending] = useState<Mending>();
  const isThis = mending?.lamp.slot === lamp?.slot && mending?.lamp.index === lamp?.index;
  const current = isThis ? mending : undefined;
  const may = me !== undefined && authorize(me, 'inventory.mend', { kind: 'lamp' }).ok;
  const begin = () => {
    const [id, from] = lamp === undefined ? [] : [book.facts(lamp)?.id, lamps.positionOf(lamp)];
    if (lamp !== undefined && id !== undefined && from !== undefined)
      setMending({ lamp, id, from, position: from });
  };
  const onMove = (position: Position) => setMending((before) => before && { ...before, position });
  return {
    pin: current?.position,
    onPin: onMove,
    // It goes to the hub at once or not at all: without the link there is nothing to press.
    foot: may && !lost && <Button onClick={begin}>{t('inventory.mend')}</Button>,
    card: current && (
      <MendLamp
        key={current.id}
        id={current.id}
        from={current.from}
        position={current.position}
        onMove={onMove}
        onClose={() => setMending(undefined)}
      />
    ),
  };
}
