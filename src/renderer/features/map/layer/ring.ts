import L from 'leaflet';

/** A ring about a point of the map: which lamp is meant, which is selected. */
export class MapRing {
  readonly #map: L.Map;
  readonly #marker: L.Marker;

  constructor(map: L.Map, pane: string, className: string, side: number) {
    this.#map = map;
    const icon = L.divIcon({ className, iconSize: [side, side] });
    this.#marker = L.marker([0, 0], { icon, pane, interactive: false, keyboard: false });
  }

  /** Degrees; nothing hides it. */
  show(at: L.LatLngExpression | undefined): void {
    if (at === undefined) this.#marker.remove();
    else this.#marker.setLatLng(at).addTo(this.#map);
  }
}
