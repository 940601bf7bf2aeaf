import L from 'leaflet';
import type { Position } from '../../../../shared/geo/position.ts';

/** A mark that the operator puts somewhere: drawn along by the mouse, and moved by whoever owns it. */
export class MapPin {
  readonly #map: L.Map;
  readonly #marker: L.Marker;

  constructor(map: L.Map, pane: string, onMove: (position: Position) => void) {
    this.#map = map;
    const icon = L.divIcon({ className: 'map-pin', iconSize: [36, 36] });
    this.#marker = L.marker([0, 0], { icon, pane, draggable: true, autoPan: true, keyboard: false });
    this.#marker.on('drag', () => {
      const { lat, lng } = this.#marker.getLatLng();
      onMove([lng, lat]);
    });
  }

  show(at: Position | undefined): void {
    if (at === undefined) this.#marker.remove();
    else this.#marker.setLatLng([at[1], at[0]]).addTo(this.#map);
  }
}
