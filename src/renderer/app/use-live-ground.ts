import { useMemo } from 'react';
import { useMapBase } from '../features/base-map/index.ts';
import { useCity, useMapFreshness } from '../features/city/index.ts';
import { useBoard } from '../features/desk/index.ts';
import { type LampRef, type MapPanelProps, useDrawing } from '../features/map/index.ts';
import { useSettings } from '../features/settings/index.ts';
import { useNow } from '../lib/clock/index.ts';
import { HOME, mapTicket } from './on-map.ts';

/** Tickets age on the map by this step. */
const AGES_MS = 10_000;

type LiveGround = Pick<
  MapPanelProps,
  | 'lamps'
  | 'streets'
  | 'areas'
  | 'base'
  | 'tickets'
  | 'freshness'
  | 'home'
  | 'painter'
  | 'onPainted'
  | 'lampFacts'
>;

/** What every live map shows, whatever is done on it: the city's lamps and streets, and the room's tickets. */
export function useLiveGround(): LiveGround {
  const { lamps, book, streets, areas } = useCity((city) => city);
  const rows = useBoard((board) => board.rows);
  const moment = Math.floor(useNow() / AGES_MS) * AGES_MS;
  const tickets = useMemo(() => [...rows.values()].flatMap((row) => mapTicket(row, moment)), [rows, moment]);
  const freshness = useMapFreshness();
  const base = useMapBase();
  const painter = useSettings((settings) => settings.painter);
  const onPainted = useDrawing((drawing) => drawing.told);
  const lampFacts = (lamp: LampRef) => book.facts(lamp);
  return { lamps, streets, areas, base, tickets, freshness, home: HOME, painter, onPainted, lampFacts };
}
