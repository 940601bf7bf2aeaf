import { useCallback, useEffect, useState } from 'react';
import type { MapEngine } from '../engine/map-engine.ts';
import type { MapEvent, MapTicket } from '../model.ts';

type Stack = Extract<MapEvent, { kind: 'stack' }>;

/**
 * The tickets of the mark that was picked for several of them, until the map moves or something else is picked. Those
 * that are closed meanwhile leave it.
 */
export function useStack(engine: MapEngine | undefined, tickets: readonly MapTicket[]) {
  const [picked, setPicked] = useState<Stack>();
  const close = useCallback(() => setPicked(undefined), []);
  useEffect(
    () =>
      engine?.subscribe((event) => {
        if (event.kind === 'stack') setPicked(event);
        else if (event.kind === 'view' || event.kind === 'pick') close();
      }),
    [engine, close],
  );
  const its = (picked?.tickets ?? []).flatMap((id) => tickets.find((ticket) => ticket.id === id) ?? []);
  const open =
    picked === undefined || engine === undefined || its.length === 0
      ? undefined
      : { tickets: its, at: { x: picked.x, y: picked.y }, room: engine.room };
  return { open, close };
}
