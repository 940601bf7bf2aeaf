import type L from 'leaflet';
import type { LampTable } from '../lamp-table.ts';
import { mercatorX, mercatorY } from '../mercator.ts';
import type { MapTarget } from '../model.ts';
import type { MapLayers } from './layers.ts';

/** What the mouse means on the map, and the ring about the lamp under it. */
export class Pointing {
  readonly #map: L.Map;
  readonly #layers: MapLayers;
  readonly #lamps: LampTable;
  readonly #hovered: (target: MapTarget | undefined) => void;
  #last: MapTarget | undefined;

  /** @param hovered hears what is under the mouse, whenever that is something else */
  constructor(
    map: L.Map,
    layers: MapLayers,
    lamps: LampTable,
    hovered: (target: MapTarget | undefined) => void,
  ) {
    this.#map = map;
    this.#layers = layers;
    this.#lamps = lamps;
    this.#hovered = hovered;
    map.on('mousemove', (event) => this.#hover(this.targetAt(event.latlng)));
    map.on('mouseout', () => this.#hover(undefined));
  }

  targetAt({ lng, lat }: L.LatLng): MapTarget | undefined {
    const zoom = this.#map.getZoom();
    const [x, y] = [mercatorX(lng), mercatorY(lat)];
    const camera = this.#layers.over.pickCamera(x, y, zoom);
    if (camera) return { kind: 'camera', id: camera.id };
    const cabinet = this.#layers.over.pickCabinet(x, y, zoom);
    if (cabinet) return { kind: 'cabinet', id: cabinet.id };
    const n = this.#layers.lamps.pick(x, y, zoom);
    const lamp = this.#lamps.refOf(n);
    const crossing = this.#layers.crossings.pick(x, y, zoom);
    // They lie under the lamps, mostly between them: whichever is nearer is meant.
    const isCrossing =
      crossing && !(lamp && Math.hypot(this.#lamps.x[n]! - x, this.#lamps.y[n]! - y) <= crossing.far);
    if (isCrossing) return { kind: 'crossing', id: crossing.id };
    return lamp && { kind: 'lamp', lamp };
  }

  #hover(target: MapTarget | undefined): void {
    if (JSON.stringify(target) === JSON.stringify(this.#last)) return;
    this.#last = target;
    this.#map.getContainer().classList.toggle('map-pointing', target !== undefined);
    const at = target?.kind === 'lamp' ? this.#lamps.positionOf(target.lamp) : undefined;
    this.#layers.rings.hover.show(at && [at[1], at[0]]);
    this.#hovered(target);
  }
}
