import { useCallback, useMemo, useState } from 'react';
import { useCameras } from '../features/cameras/index.ts';
import { useCity, useMapFreshness } from '../features/city/index.ts';
import { useBoard, useDesk } from '../features/desk/index.ts';
import { type MapCentre, MapPanel, type MapTarget } from '../features/map/index.ts';
import { mapCamera, mapTicket } from './on-map.ts';

/** Where the map opens: the middle of the city, near enough to see single lamps. */
const HOME: MapCentre = { position: [5.0415, 47.322], zoom: 15 };

/** The map with what the room knows on it; picking a ticket opens it, picking a lamp follows it. */
export function CityMap() {
  const { lamps, book, streets, areas, detail, follow } = useCity((city) => city);
  const rows = useBoard((board) => board.rows);
  const cameras = useCameras(({ list }) => list);
  const watched = useCameras((all) => all.watched);
  const selected = useDesk((desk) => desk.selected);
  const select = useDesk((desk) => desk.select);
  const freshness = useMapFreshness();
  const [camera, setCamera] = useState<string>();
  const tickets = useMemo(() => [...rows.values()].flatMap(mapTicket), [rows]);
  const marks = useMemo(() => cameras.map((camera) => mapCamera(watched, camera)), [cameras, watched]);
  const pick = useCallback(
    (target: MapTarget | undefined) => {
      follow(target?.kind === 'lamp' ? book.facts(target.lamp)?.id : undefined);
      setCamera(target?.kind === 'camera' ? target.id : undefined);
      if (target?.kind === 'ticket') select(target.id);
    },
    [follow, book, select],
  );
  return (
    <MapPanel
      lamps={lamps}
      streets={streets}
      areas={areas}
      tickets={tickets}
      cameras={marks}
      freshness={freshness}
      home={HOME}
      ticket={selected}
      camera={camera}
      lampFacts={(lamp) => book.facts(lamp)}
      lampDetail={detail}
      onPick={pick}
    />
  );
}
