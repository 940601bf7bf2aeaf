import { type RefObject, useEffect, useRef, useState } from 'react';
import { useT } from '../../../lib/i18n/index.tsx';
import type { LampTable } from '../lamp-table.ts';
import type { MapCentre, MapTicket } from '../model.ts';
import type { PainterStatus } from '../painter/choice.ts';
import { MapEngine } from './map-engine.ts';

/** Starts the engine in a container and stops it with the component. */
export function useMapEngine(
  container: RefObject<HTMLDivElement | null>,
  lamps: LampTable,
  home: MapCentre,
  painted: (status: PainterStatus) => void,
  opensAt?: MapCentre,
): MapEngine | undefined {
  const ticketName = useTicketName();
  const [engine, setEngine] = useState<MapEngine>();
  const start = useRef({ home, opensAt }); // later ones must not move the map under the operator's eyes
  useEffect(() => {
    if (!container.current) return;
    const made = new MapEngine({
      container: container.current,
      lamps,
      ...start.current,
      painted,
      ticketName: (ticket, n) => ticketName.current(ticket, n),
    });
    setEngine(made);
    return () => {
      setEngine(undefined);
      made.dispose();
    };
  }, [container, lamps, painted, ticketName]);
  return engine;
}

function useTicketName(): RefObject<(ticket: MapTicket, n: number) => string> {
  const t = useT();
  const name = (ticket: MapTicket): string =>
    t(ticket.asks ? 'map.ticket.asks' : ticket.pending ? 'map.ticket.pending' : 'map.ticket', {
      ref: ticket.label,
      priority: t(`priority.${ticket.priority}`),
      title: ticket.title,
      place: ticket.place,
      age: ticket.age,
    });
  const nameOf = (ticket: MapTicket, n: number): string =>
    n === 1 ? name(ticket) : t('map.ticket.stack', { n, first: name(ticket) });
  const latest = useRef(nameOf);
  latest.current = nameOf;
  return latest;
}
