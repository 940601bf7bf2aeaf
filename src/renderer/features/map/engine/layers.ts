import type L from 'leaflet';
import type { Position } from '../../../../shared/geo/position.ts';
import type { BaseStatus } from '../base/model.ts';
import { Underlay } from '../base/underlay.ts';
import { coveredOf, onCanvas } from '../labels/covered.ts';
import type { LampTable } from '../lamp-table.ts';
import { CrossingLayer } from '../layer/crossing-layer.ts';
import { LampLayer } from '../layer/lamp-layer.ts';
import { OutlineLayer } from '../layer/outline-layer.ts';
import { OverLayer } from '../layer/over-layer.ts';
import { MapPin } from '../layer/pin.ts';
import { MapRing } from '../layer/ring.ts';
import { SelectionLayer } from '../layer/selection-layer.ts';
import { StreetLayer } from '../layer/street-layer.ts';
import { Turns } from '../layer/turns.ts';
import type { MapLayerName, MapTicket } from '../model.ts';
import type { PainterStatus } from '../painter/choice.ts';
import { readPalette } from '../palette.ts';
import { fieldAround, placeMarks } from '../tickets/declutter.ts';
import { TicketLayer, type TicketLayerOptions } from '../tickets/ticket-layer.ts';
import { UnitLayer } from '../units/unit-layer.ts';
import { Grounds } from './grounds.ts';
import { paneName } from './panes.ts';

export interface LayersOptions {
  readonly map: L.Map;
  readonly container: HTMLElement;
  readonly lamps: LampTable;
  /** hears which painter draws the lamps, and why */
  readonly painted: (status: PainterStatus) => void;
  /** what a screen reader says of a ticket, or of the first of `n` at one place */
  readonly ticketName: (ticket: MapTicket, n: number) => string;
  readonly onTicket: (id: string) => void;
  readonly onStack: TicketLayerOptions['onStack'];
  readonly onPin: (position: Position) => void;
  /** hears what is on the screen of the base map */
  readonly onBase: (status: BaseStatus | undefined) => void;
}

/** All that is drawn on the map, and the turns in which it is painted. */
export class MapLayers {
  readonly turns = new Turns();
  readonly #map: L.Map;
  readonly streets: StreetLayer;
  readonly underlay: Underlay;
  readonly lamps: LampLayer;
  readonly selected: SelectionLayer;
  readonly outlines: OutlineLayer;
  readonly over: OverLayer;
  readonly crossings: CrossingLayer;
  readonly grounds: Grounds;
  readonly units: UnitLayer;
  readonly tickets: TicketLayer;
  readonly pin: MapPin;
  readonly rings: { readonly hover: MapRing; readonly selection: MapRing };

  constructor(options: LayersOptions) {
    const { map, container, lamps, painted, ticketName, onTicket, onStack, onPin, onBase } = options;
    const palette = readPalette();
    this.#map = map;
    this.units = new UnitLayer(map, paneName('units'));
    this.tickets = new TicketLayer({
      map,
      pane: paneName('tickets'),
      onPick: onTicket,
      onStack,
      nameOf: ticketName,
      changed: () => this.declutter(),
    });
    map.on('moveend resize', this.declutter, this);
    // Lamps first: they take the first turn to be painted. Panes say what lies over what.
    this.lamps = new LampLayer(paneName('lamps'), this.turns, lamps, palette.lamps, painted).addTo(map);
    this.streets = new StreetLayer(paneName('streets'), this.turns, palette).addTo(map);
    this.crossings = new CrossingLayer(paneName('crossings'), this.turns, palette).addTo(map);
    this.over = new OverLayer(paneName('over'), this.turns, palette, (view) => [
      ...this.tickets.obstacles(view),
      ...coveredOf(container).map((slab) => onCanvas(view, map.getSize(), slab)),
    ]).addTo(map);
    this.underlay = new Underlay({
      map,
      palette,
      onStatus: onBase,
      onNames: (places, isNamed) => this.over.setBelow(places, isNamed),
    });
    this.selected = new SelectionLayer(paneName('selected'), this.turns, lamps, palette).addTo(map);
    this.outlines = new OutlineLayer(paneName('outlines'), this.turns, lamps, palette).addTo(map);
    this.grounds = new Grounds(lamps, this.outlines, this.over);
    const ring = (name: string, side: number) =>
      new MapRing(map, paneName('rings'), `map-ring map-ring-${name}`, side);
    this.rings = { hover: ring('hover', 22), selection: ring('selection', 30) };
    this.pin = new MapPin(map, paneName('pin'), onPin);
  }

  setShown(layer: MapLayerName, shown: boolean): void {
    if (layer === 'base') this.underlay.setShown(shown);
    else if (layer === 'lamps' || layer === 'tickets' || layer === 'crossings') this[layer].setShown(shown);
    else if (layer === 'districts' || layer === 'circuits') this.grounds.setShown(layer, shown);
    else if (layer === 'units') this.#map.getPane(paneName(layer))!.hidden = !shown;
    else this.over.setShown(layer, shown);
    if (layer === 'tickets' || layer === 'units') this.declutter();
  }

  /** Colours or fonts are others. */
  readTheme(): void {
    const palette = readPalette();
    this.streets.setPalette(palette);
    this.underlay.setPalette(palette);
    this.lamps.setPalette(palette.lamps);
    this.outlines.setPalette(palette);
    this.over.setPalette(palette);
    this.crossings.setPalette(palette);
    this.selected.setPalette(palette);
  }

  /** Places the marks of tickets and units, and their tags: none on another, none under what floats over the map. */
  declutter(): void {
    const size = this.#map.getSize();
    const marks = [...this.tickets.marks(), ...this.units.marks()].toSorted((a, b) => a.rank - b.rank);
    const places = placeMarks(
      marks.map(({ box }) => ({ ...box, x: box.x + size.x, y: box.y + size.y })),
      fieldAround(size, coveredOf(this.#map.getContainer())),
    );
    for (const [i, { put }] of marks.entries()) put(places[i]!);
  }

  dispose(): void {
    this.#map.off('moveend resize', this.declutter, this);
    this.turns.dispose();
    this.lamps.dispose();
    this.tickets.dispose();
    this.units.dispose();
  }
}
