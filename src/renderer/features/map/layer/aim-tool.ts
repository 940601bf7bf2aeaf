import L from 'leaflet';
import type { Position } from '../../../../shared/geo/position.ts';

/** How far an arrow key moves the cross, and with Shift, CSS pixels. */
const [STEP, STRIDE] = [12, 96];
/** The map moves along before the cross comes this near to its edge, CSS pixels. */
const EDGE = 80;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export interface AimToolOptions {
  readonly map: L.Map;
  readonly pane: string;
  /** the cross is there now */
  readonly aimed: (position: Position) => void;
  /** this is the place */
  readonly taken: (position: Position) => void;
}

/**
 * Points at a place of the map: a click takes the place under the mouse, arrow keys move a cross and Enter takes where it
 * stands. While it may, a click opens nothing.
 */
export class AimTool {
  readonly #on: AimToolOptions;
  readonly #container: HTMLElement;
  readonly #cross: L.Marker;
  on = false;

  constructor(options: AimToolOptions) {
    this.#on = options;
    this.#container = options.map.getContainer();
    const icon = L.divIcon({ className: 'map-cross', iconSize: [44, 44] });
    const { pane } = options;
    this.#cross = L.marker([0, 0], { icon, pane, interactive: false, keyboard: false });
  }

  set(on: boolean): void {
    if (on === this.on) return;
    const { map } = this.#on;
    this.on = on;
    this.#container.classList.toggle('map-aiming', on);
    map.keyboard[on ? 'disable' : 'enable']();
    if (on) {
      this.#container.addEventListener('keydown', this.#key);
      this.#cross.addTo(map);
      this.#put(map.getCenter());
      this.#container.focus({ preventScroll: true });
    } else {
      this.#container.removeEventListener('keydown', this.#key);
      this.#cross.remove();
    }
  }

  dispose(): void {
    this.#container.removeEventListener('keydown', this.#key);
  }

  take({ lng, lat }: L.LatLng): void {
    this.#on.taken([lng, lat]);
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.target !== this.#container || event.ctrlKey || event.altKey || event.metaKey) return;
    const way = ARROWS[event.key];
    if (way === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    const { map } = this.#on;
    if (way === undefined) {
      if (!event.repeat) this.take(this.#cross.getLatLng());
      return;
    }
    const far = event.shiftKey ? STRIDE : STEP;
    const at = map.latLngToContainerPoint(this.#cross.getLatLng());
    this.#put(map.containerPointToLatLng(at.add([way[0] * far, way[1] * far])));
    map.panInside(this.#cross.getLatLng(), { padding: [EDGE, EDGE], animate: false });
  };

  #put(at: L.LatLng): void {
    this.#cross.setLatLng(at);
    this.#on.aimed([at.lng, at.lat]);
  }
}
