import type L from 'leaflet';
import type { Box } from '../../../../shared/geo/box.ts';
import type { Position } from '../../../../shared/geo/position.ts';
import { wantsNoMotion } from '../layer/create-map.ts';

/** Left free round what is shown whole: what floats on the map stands there. */
const AROUND_PX = 60;
const SECONDS = 0.6;

/** Goes there, at once where the operator wants no motion; never zooms out. */
export function flyTo(map: L.Map, [lon, lat]: Position, zoom: number): void {
  const to = Math.max(zoom, map.getZoom());
  map.flyTo([lat, lon], to, { animate: !wantsNoMotion(), duration: SECONDS });
}

/** Shows all of a part of the city, from no nearer than `zoom`. */
export function flyToAll(map: L.Map, [west, south, east, north]: Box, zoom: number): void {
  // It may have been without room until just now.
  map.invalidateSize({ animate: false });
  map.flyToBounds(
    [
      [south, west],
      [north, east],
    ],
    {
      maxZoom: zoom,
      padding: [AROUND_PX, AROUND_PX],
      animate: !wantsNoMotion(),
      duration: SECONDS,
    },
  );
}
