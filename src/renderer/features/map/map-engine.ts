import type L from 'leaflet';
import type { GroundArea } from '../../../shared/geo/ground.ts';
import type { StreetPiece } from '../../../shared/geo/streets.ts';
import type { LampKey } from '../../../shared/lamp/selection.ts';
import 'leaflet/dist/leaflet.css';
import './map.css';
import './tickets/tickets.css';
import './units/units.css';
import type { Position } from '../../../shared/geo/position.ts';
import { coveredOf, onCanvas, watchCovered } from './labels/covered.ts';
import type { LampTable } from './lamp-table.ts';
import { AreaTool, type MapTool } from './layer/area-tool.ts';
import { createMap, wantsNoMotion } from './layer/create-map.ts';
import { LampLayer } from './layer/lamp-layer.ts';
import { OverLayer } from './layer/over-layer.ts';
import { OVERVIEW_BELOW } from './layer/overview.ts';
import { MapPin } from './layer/pin.ts';
import { MapRing } from './layer/ring.ts';
import { SelectionLayer } from './layer/selection-layer.ts';
import { StreetLayer } from './layer/street-layer.ts';
import { Turns } from './layer/turns.ts';
import { viewEventOf } from './layer/view-event.ts';
import { watchHost } from './layer/watch-host.ts';
import { mercatorX, mercatorY } from './mercator.ts';
import type {
  LampRef,
  MapCamera,
  MapCentre,
  MapEvent,
  MapLayerName,
  MapSelection,
  MapTarget,
  MapTicket,
  MapUnit,
} from './model.ts';
import type { PainterChoice, PainterStatus } from './painter/choice.ts';
import type { ShownSigns } from './painter/look.ts';
import { readPalette } from './palette.ts';
import { joinStreets, placesOf } from './streets.ts';
import { TicketLayer } from './tickets/ticket-layer.ts';
import { UnitLayer } from './units/unit-layer.ts';

/** Opened things are looked at from no further than this. */
const CLOSE_ZOOM = 15.5;
/** From bottom to top. Leaflet's own panes lie between 200 and 800. */
const PANES = {
  streets: 210,
  lamps: 220,
  selected: 225,
  over: 230,
  rings: 240,
  units: 590,
  tickets: 600,
  pin: 610,
} as const;
const paneName = (layer: keyof typeof PANES) => `vigie-${layer}`;

export interface MapEngineOptions {
  readonly container: HTMLElement;
  readonly lamps: LampTable;
  /** where the map opens, and where « recentrer » goes */
  readonly home: MapCentre;
  /** hears which painter draws the lamps, and why */
  readonly painted: (status: PainterStatus) => void;
  /** what a screen reader says of a ticket */
  readonly ticketName: (ticket: MapTicket) => string;
}

/**
 * The map: owns Leaflet and all that is drawn on it, knows no store and no words. It follows the theme by
 * itself. Nothing is fetched: streets, areas and lamps are given to it.
 */
export class MapEngine {
  readonly #map: L.Map;
  readonly #home: MapCentre;
  readonly #lamps: LampTable;
  readonly #layers: { streets: StreetLayer; lamps: LampLayer; over: OverLayer; tickets: TicketLayer };
  readonly #selected: SelectionLayer;
  readonly #area: AreaTool;
  readonly #units: UnitLayer;
  readonly #pin: MapPin;
  readonly #rings: { hover: MapRing; selection: MapRing };
  readonly #listeners = new Set<(event: MapEvent) => void>();
  readonly #stops: (() => void)[] = [];
  readonly #turns = new Turns();
  #selection: MapSelection = {};
  #hovered: MapTarget | undefined;

  constructor({ container, lamps, home, painted, ticketName }: MapEngineOptions) {
    this.#home = home;
    this.#lamps = lamps;
    this.#map = createMap(container, home);
    for (const [name, z] of Object.entries(PANES))
      this.#map.createPane(paneName(name as keyof typeof PANES)).style.zIndex = String(z);
    this.#units = new UnitLayer(this.#map, paneName('units'));
    const palette = readPalette();
    const tickets = new TicketLayer({
      map: this.#map,
      pane: paneName('tickets'),
      onPick: (id) => this.#emit({ kind: 'pick', target: { kind: 'ticket', id }, adds: false }),
      nameOf: ticketName,
      unitsAt: () => this.#units.slabs(),
    });
    // Lamps first: they take the first turn to be painted. Panes say what lies over what.
    this.#layers = {
      tickets,
      lamps: new LampLayer(paneName('lamps'), this.#turns, lamps, palette.lamps, painted).addTo(this.#map),
      streets: new StreetLayer(paneName('streets'), this.#turns, palette).addTo(this.#map),
      over: new OverLayer(paneName('over'), this.#turns, palette, (view) => [
        ...tickets.obstacles(view),
        ...coveredOf(container).map((slab) => onCanvas(view, this.#map.getSize(), slab)),
      ]).addTo(this.#map),
    };
    this.#selected = new SelectionLayer(paneName('selected'), this.#turns, lamps, palette).addTo(this.#map);
    this.#area = new AreaTool({
      map: this.#map,
      drawing: (line) => this.#selected.setLine(line),
      drawn: (line, adds) => this.#emit({ kind: 'area', lamps: this.#layers.lamps.inside(line), adds }),
    });
    const ring = (name: string, side: number) =>
      new MapRing(this.#map, paneName('rings'), `map-ring map-ring-${name}`, side);
    this.#rings = { hover: ring('hover', 22), selection: ring('selection', 30) };
    this.#pin = new MapPin(this.#map, paneName('pin'), (position) => this.#emit({ kind: 'pin', position }));
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

  setTickets(tickets: readonly MapTicket[]): void {
    this.#layers.tickets.set(tickets);
    this.#layers.over.repaint();
  }

  setUnits(units: readonly MapUnit[]): void {
    if (this.#units.set(units)) this.#layers.tickets.declutter();
  }

  setCameras(cameras: readonly MapCamera[]): void {
    this.#layers.over.setCameras(cameras);
  }

  /** The city stands still since then (ms since the epoch), or is live again. */
  setStale(since: number | undefined): void {
    this.#map.getContainer().classList.toggle('map-stale', since !== undefined);
  }

  setShown(layer: MapLayerName, shown: boolean): void {
    if (layer === 'lamps' || layer === 'tickets') this.#layers[layer].setShown(shown);
    else this.#layers.over.setShown(layer, shown);
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
    this.#pin.show(position);
  }

  /** Lamps that have a ring about them, beside the one that is open. */
  setSelected(lamps: ReadonlySet<LampKey>): void {
    this.#selected.set(lamps);
  }

  /** What a drag of the mouse does; `area` events say what was drawn round. */
  setTool(tool: MapTool): void {
    this.#area.set(tool);
  }

  select(selection: MapSelection): void {
    const ticketChanged = selection.ticket !== this.#selection.ticket;
    this.#selection = selection;
    this.#layers.tickets.select(selection.ticket);
    this.#layers.over.selectCamera(selection.camera);
    this.#rings.selection.show(this.#lampPlace(selection.lamp));
    if (ticketChanged) this.#layers.over.repaint();
  }

  /** Goes there, at once where the operator wants no motion; never zooms out. */
  flyTo([lon, lat]: Position, zoom = CLOSE_ZOOM): void {
    const to = Math.max(zoom, this.#map.getZoom());
    this.#map.flyTo([lat, lon], to, { animate: !wantsNoMotion(), duration: 0.6 });
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

  dispose(): void {
    for (const stop of this.#stops) stop();
    this.#turns.dispose();
    this.#area.dispose();
    this.#layers.lamps.dispose();
    this.#layers.tickets.dispose();
    this.#units.dispose();
    this.#map.remove();
    this.#listeners.clear();
  }

  #listen(container: HTMLElement): void {
    this.#map.on('click', ({ latlng, originalEvent: { shiftKey: adds } }) => {
      if (this.#area.drew) return;
      const target = this.#targetAt(latlng);
      // A square of ground is no lamp: who points at one means to see what is in it.
      const zoom = this.#map.getZoom();
      if (!target && zoom < OVERVIEW_BELOW) this.flyTo([latlng.lng, latlng.lat], OVERVIEW_BELOW + 1);
      this.#emit({ kind: 'pick', target, adds });
    });
    this.#map.on('mousemove', (event) => this.#hover(this.#targetAt(event.latlng)));
    this.#map.on('mouseout', () => this.#hover(undefined));
    this.#map.on('moveend', () => this.#emit(this.viewEvent));
    this.#stops.push(
      watchHost(container, {
        // What is in the middle stays there when a banner or a border takes room.
        sized: () => this.#map.invalidateSize({ animate: false }),
        seen: (seen) => this.#turns.hold(!seen),
        themed: () => this.#readTheme(),
      }),
      watchCovered(container, () => {
        this.#units.declutter();
        this.#layers.tickets.declutter();
      }),
      this.#lamps.subscribe(({ kind }) => {
        if (kind !== 'layout') return;
        this.select(this.#selection);
        this.#selected.repaint();
      }),
    );
  }

  #readTheme(): void {
    const palette = readPalette();
    this.#layers.streets.setPalette(palette);
    this.#layers.lamps.setPalette(palette.lamps);
    this.#layers.over.setPalette(palette);
    this.#selected.setPalette(palette);
  }

  #targetAt(at: L.LatLng): MapTarget | undefined {
    const zoom = this.#map.getZoom();
    const [x, y] = [mercatorX(at.lng), mercatorY(at.lat)];
    const camera = this.#layers.over.pickCamera(x, y, zoom);
    if (camera) return { kind: 'camera', id: camera.id };
    const lamp = this.#lamps.refOf(this.#layers.lamps.pick(x, y, zoom));
    return lamp && { kind: 'lamp', lamp };
  }

  #hover(target: MapTarget | undefined): void {
    if (JSON.stringify(target) === JSON.stringify(this.#hovered)) return;
    this.#hovered = target;
    this.#map.getContainer().classList.toggle('map-pointing', target !== undefined);
    this.#rings.hover.show(target?.kind === 'lamp' ? this.#lampPlace(target.lamp) : undefined);
    this.#emit({ kind: 'hover', target });
  }

  #lampPlace(ref: LampRef | undefined): L.LatLngTuple | undefined {
    const place = ref && this.#lamps.positionOf(ref);
    return place && [place[1], place[0]];
  }

  #emit(event: MapEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
