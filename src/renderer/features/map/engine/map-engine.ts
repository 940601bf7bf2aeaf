import type L from 'leaflet';
import type { Box } from '../../../../shared/geo/box.ts';
import type { GroundArea } from '../../../../shared/geo/ground.ts';
import type { Position } from '../../../../shared/geo/position.ts';
import type { StreetPiece } from '../../../../shared/geo/streets.ts';
import type { LampKey } from '../../../../shared/lamp/selection.ts';
import 'leaflet/dist/leaflet.css';
import '../map.css';
import '../tickets/tickets.css';
import '../units/units.css';
import type { MapBase } from '../base/model.ts';
import { watchCovered } from '../labels/covered.ts';
import type { LampTable } from '../lamp-table.ts';
import { AimTool } from '../layer/aim-tool.ts';
import { AreaTool, type MapTool } from '../layer/area-tool.ts';
import { createMap, wantsNoMotion } from '../layer/create-map.ts';
import type { MenuTool } from '../layer/menu-tool.ts';
import { OVERVIEW_BELOW } from '../layer/overview.ts';
import { viewEventOf } from '../layer/view-event.ts';
import { watchHost } from '../layer/watch-host.ts';
import { ringOf } from '../mercator.ts';
import type {
  MapCabinet,
  MapCamera,
  MapCentre,
  MapCrossing,
  MapDistrict,
  MapEvent,
  MapLayerName,
  MapSelection,
  MapSupply,
  MapTicket,
  MapUnit,
} from '../model.ts';
import { MAP_LAYERS } from '../model.ts';
import type { PainterChoice } from '../painter/choice.ts';
import type { ShownSigns } from '../painter/look.ts';
import { joinStreets, placesOf } from '../streets.ts';
import { flyTo, flyToAll } from './fly.ts';
import { type LayersOptions, MapLayers } from './layers.ts';
import { createMenuTool } from './menu.ts';
import { createPanes, paneName } from './panes.ts';
import { Pointing } from './pointing.ts';

/** Opened things are looked at from no further than this. */
const CLOSE_ZOOM = 15.5;

export interface MapEngineOptions
  extends Pick<LayersOptions, 'container' | 'lamps' | 'painted' | 'ticketName'> {
  /** where the map opens, and where « recentrer » goes */
  readonly home: MapCentre;
  /** where it opens instead */
  readonly opensAt?: MapCentre | undefined;
}

/**
 * The map: owns Leaflet and all that is drawn on it, knows no store and no words. It follows the theme by
 * itself. It knows no network: streets, areas and lamps are given to it, tiles come from the application.
 */
export class MapEngine {
  readonly #map: L.Map;
  readonly #home: MapCentre;
  readonly #lamps: LampTable;
  readonly #layers: MapLayers;
  readonly #aim: AimTool;
  readonly #area: AreaTool;
  readonly #pointing: Pointing;
  readonly #menu: MenuTool;
  readonly #listeners = new Set<(event: MapEvent) => void>();
  readonly #stops: (() => void)[] = [];
  #selection: MapSelection = {};
  #supply: MapSupply | undefined;

  constructor({ home, opensAt = home, ...options }: MapEngineOptions) {
    const { container, lamps } = options;
    this.#home = home;
    this.#lamps = lamps;
    this.#map = createMap(container, opensAt);
    createPanes(this.#map);
    this.#layers = new MapLayers({
      ...options,
      map: this.#map,
      onTicket: (id) => this.#emit({ kind: 'pick', target: { kind: 'ticket', id }, adds: false }),
      onStack: (tickets, { x, y }) => this.#emit({ kind: 'stack', tickets, x, y }),
      onPin: (position) => this.#emit({ kind: 'pin', position }),
      onBase: (status) => this.#emit({ kind: 'base', status }),
    });
    this.#aim = new AimTool({
      map: this.#map,
      pane: paneName('pin'),
      aimed: (position) => this.#emit({ kind: 'aim', position }),
      taken: (position) => this.#emit({ kind: 'place', position }),
    });
    this.#area = new AreaTool({
      map: this.#map,
      drawing: (line) => this.#layers.selected.setLine(line),
      drawn: (line, adds) => this.#emit({ kind: 'area', lamps: this.#layers.lamps.inside(line), adds }),
    });
    this.#pointing = new Pointing(this.#map, this.#layers, lamps, (target) =>
      this.#emit({ kind: 'hover', target }),
    );
    this.#menu = createMenuTool({
      map: this.#map,
      lamps,
      pointing: this.#pointing,
      open: () => this.#selection.lamp,
      emit: (event) => this.#aim.on || this.#emit(event),
    });
    this.#listen(container);
  }

  /** Hears picks, hovers and views until told to stop. */
  subscribe(listener: (event: MapEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  setStreets(streets: readonly StreetPiece[]): void {
    const lines = joinStreets(streets);
    this.#layers.streets.setStreets(lines);
    this.#layers.over.setNames(lines, placesOf(streets));
  }

  setAreas(areas: readonly GroundArea[]): void {
    this.#layers.streets.setAreas(areas);
  }

  /** The base map over the streets of the inventory and under all else; `base` events say what is seen of it. */
  setBase(base: MapBase | undefined): void {
    this.#layers.underlay.set(base);
  }

  setTickets(tickets: readonly MapTicket[]): void {
    this.#layers.tickets.set(tickets);
    this.#layers.over.repaint();
  }

  setUnits(units: readonly MapUnit[]): void {
    if (this.#layers.units.set(units)) this.#layers.declutter();
  }

  setCameras(cameras: readonly MapCamera[]): void {
    this.#layers.over.setCameras(cameras);
  }

  setCabinets(cabinets: readonly MapCabinet[]): void {
    this.#layers.over.setCabinets(cabinets);
  }

  setCrossings(crossings: readonly MapCrossing[]): void {
    this.#layers.crossings.set(crossings);
  }

  setDistricts(districts: readonly MapDistrict[]): void {
    this.#layers.grounds.setDistricts(districts);
  }

  /** The cabinet that is looked at, and what it feeds. */
  setSupply(supply: MapSupply | undefined): void {
    this.#supply = supply;
    this.#layers.grounds.setSupply(supply);
    this.select(this.#selection);
  }

  /** The city stands still since then (ms since the epoch), or is live again. */
  setStale(since: number | undefined): void {
    this.#map.getContainer().classList.toggle('map-stale', since !== undefined);
  }

  /** Which layers are not shown. */
  setHidden(hidden: readonly MapLayerName[]): void {
    for (const layer of MAP_LAYERS) this.#layers.setShown(layer, !hidden.includes(layer));
  }

  /** Which painter is wanted for the lamps; until one is there are none. */
  setPainter(choice: PainterChoice): void {
    this.#layers.lamps.setPainter(choice);
  }

  /** Which signs of lamps are shown. */
  setSigns(signs: ShownSigns): void {
    this.#layers.lamps.setSigns(signs);
  }

  /** Where the operator puts something; `pin` events say where it is drawn to. */
  setPin(position: Position | undefined): void {
    this.#layers.pin.show(position);
  }

  /** Lamps that have a ring about them, beside the one that is open. */
  setSelected(lamps: ReadonlySet<LampKey>): void {
    this.#layers.selected.set(lamps);
  }

  /** What a drag of the mouse does; `area` events say what was drawn round. */
  setTool(tool: MapTool): void {
    this.#area.set(tool);
  }

  /** A place is pointed at: `aim` events say where the cross is, a `place` event what was taken. */
  setAiming(aiming: boolean): void {
    this.#aim.set(aiming);
  }

  select(selection: MapSelection): void {
    const ticketChanged = selection.ticket !== this.#selection.ticket;
    this.#selection = selection;
    this.#layers.tickets.select(selection.ticket);
    this.#layers.over.select(selection.camera, this.#supply?.cabinet);
    this.#layers.crossings.select(selection.crossing);
    const at = selection.lamp && this.#lamps.positionOf(selection.lamp);
    this.#layers.rings.selection.show(at && [at[1], at[0]]);
    if (ticketChanged) this.#layers.over.repaint();
  }

  /** Goes there; never zooms out. */
  flyTo(position: Position, zoom = CLOSE_ZOOM): void {
    flyTo(this.#map, position, zoom);
  }

  /** Shows all of a part of the city, from no nearer than `zoom`. */
  flyToAll(box: Box, zoom: number): void {
    flyToAll(this.#map, box, zoom);
  }

  /** How large the map is on the screen, CSS pixels. */
  get room(): { readonly width: number; readonly height: number } {
    const { x: width, y: height } = this.#map.getSize();
    return { width, height };
  }

  goHome(): void {
    const [lon, lat] = this.#home.position;
    this.#map.setView([lat, lon], this.#home.zoom, { animate: !wantsNoMotion() });
  }

  zoomBy(steps: number): void {
    this.#map.setZoom(this.#map.getZoom() + steps, { animate: !wantsNoMotion() });
  }

  /** What the map shows now, as a `view` event says it. */
  get viewEvent(): Extract<MapEvent, { kind: 'view' }> {
    return viewEventOf(this.#map);
  }

  /** All lamps that are on the screen; those whose sign is hidden are none. */
  get lampsOnScreen(): readonly LampKey[] {
    const { box } = this.viewEvent;
    return box === undefined ? [] : this.#layers.lamps.inside(ringOf(box));
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
    this.#aim.dispose();
    this.#area.dispose();
    this.#menu.dispose();
    this.#layers.dispose();
    this.#map.remove();
    this.#listeners.clear();
  }

  #listen(container: HTMLElement): void {
    this.#map.on('click', ({ latlng, originalEvent: { shiftKey: adds } }) => {
      if (this.#area.drew) return;
      if (this.#aim.on) return this.#aim.take(latlng);
      const target = this.#pointing.targetAt(latlng);
      // A square of ground is no lamp: who points at one means to see what is in it.
      const zoom = this.#map.getZoom();
      if (!target && zoom < OVERVIEW_BELOW) this.flyTo([latlng.lng, latlng.lat], OVERVIEW_BELOW + 1);
      this.#emit({ kind: 'pick', target, adds });
    });
    this.#map.on('moveend', () => this.#emit(this.viewEvent));
    this.#stops.push(
      watchHost(container, {
        // What is in the middle stays there when a banner or a border takes room.
        sized: () => this.#map.invalidateSize({ animate: false }),
        seen: (seen) => this.#layers.turns.hold(!seen),
        themed: () => this.#layers.readTheme(),
      }),
      watchCovered(container, () => this.#layers.declutter()),
      this.#lamps.subscribe(({ kind }) => {
        if (kind !== 'layout') return;
        this.select(this.#selection);
        this.#layers.selected.repaint();
        this.#layers.outlines.repaint();
      }),
    );
  }

  #emit(event: MapEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
