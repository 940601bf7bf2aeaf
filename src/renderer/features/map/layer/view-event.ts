import type L from 'leaflet';
import { metresPerPixel } from '../mercator.ts';
import type { MapEvent } from '../model.ts';

/** What a map shows now: nothing of the city while it has no room on the screen. */
export function viewEventOf(map: L.Map): Extract<MapEvent, { kind: 'view' }> {
  const { lat, lng } = map.getCenter();
  const { x, y } = map.getSize();
  const zoom = map.getZoom();
  const seen = map.getBounds();
  return {
    kind: 'view',
    centre: { position: [lng, lat], zoom },
    metresPerPixel: metresPerPixel(zoom, lat),
    box: x === 0 || y === 0 ? undefined : [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()],
  };
}
