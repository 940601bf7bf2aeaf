import L from 'leaflet';
import { coveredOf } from '../labels/covered.ts';
import type { Slab } from '../labels/occupancy.ts';
import { type CanvasView, toX, toY } from '../layer/view.ts';
import { mercatorX, mercatorY } from '../mercator.ts';
import type { MapTicket } from '../model.ts';
import { fieldAround, type MarkBox, markSlab, placeTags, type TagSide, tagSlab } from './declutter.ts';
import { tagOf } from './tag.ts';
import { TicketButton } from './ticket-button.ts';

/** Buttons on the map at once; beyond it the least urgent are left to the queue. */
const MOST = 300;
/** Width of a tag: tabular figures and text at 15 px are near enough this wide. */
const tagWidth = (text: string) => Math.min(260, 18 + 8.4 * text.length);

interface Entry {
  readonly ticket: MapTicket;
  readonly marker: L.Marker;
  readonly icon: TicketButton;
}

export interface TicketLayerOptions {
  readonly map: L.Map;
  readonly pane: string;
  readonly onPick: (id: string) => void;
  /** what a screen reader says */
  readonly nameOf: (ticket: MapTicket) => string;
  /** where units stand, in pixels of the container: tags cover none of them */
  readonly unitsAt: () => readonly Slab[];
}

/** Tickets on the map, the most urgent on top, their tags beside them without overlap. */
export class TicketLayer {
  readonly #map: L.Map;
  readonly #pane: string;
  readonly #onPick: (id: string) => void;
  readonly #nameOf: (ticket: MapTicket) => string;
  readonly #unitsAt: () => readonly Slab[];
  #entries: readonly Entry[] = [];
  #sides: readonly TagSide[] = [];
  #open: string | undefined;
  #shown = true;

  constructor({ map, pane, onPick, nameOf, unitsAt }: TicketLayerOptions) {
    this.#map = map;
    this.#pane = pane;
    this.#onPick = onPick;
    this.#nameOf = nameOf;
    this.#unitsAt = unitsAt;
    map.on('moveend resize', this.declutter, this);
  }

  set(tickets: readonly MapTicket[]): void {
    const old = new Map(this.#entries.map((entry) => [entry.ticket.id, entry]));
    const kept = tickets.toSorted((a, b) => this.#order(a) - this.#order(b)).slice(0, MOST);
    this.#entries = kept.map((ticket, rank) => {
      const entry = old.get(ticket.id);
      old.delete(ticket.id);
      return this.#place(ticket, entry, kept.length - rank);
    });
    for (const { marker } of old.values()) marker.remove();
    this.declutter();
  }

  select(id: string | undefined): void {
    if (this.#open === id) return;
    this.#open = id;
    this.set(this.#entries.map((entry) => entry.ticket));
  }

  setShown(shown: boolean): void {
    this.#shown = shown;
    for (const { marker } of this.#entries) {
      if (shown) marker.addTo(this.#map);
      else marker.remove();
    }
  }

  /** Where marks and tags are, in pixels of a canvas: names keep clear of them. */
  obstacles(view: CanvasView): Slab[] {
    if (!this.#shown) return [];
    return this.#entries.flatMap(({ ticket }, i) => {
      const [lon, lat] = ticket.position;
      const box = this.#box(ticket, toX(view, mercatorX(lon)), toY(view, mercatorY(lat)));
      const side = this.#sides[i] ?? 'none';
      return side === 'none' ? [markSlab(box)] : [markSlab(box), tagSlab(box, side)];
    });
  }

  dispose(): void {
    this.#map.off('moveend resize', this.declutter, this);
    for (const { marker } of this.#entries) marker.remove();
    this.#entries = [];
  }

  #place(ticket: MapTicket, entry: Entry | undefined, rank: number): Entry {
    const at = L.latLng(ticket.position[1], ticket.position[0]);
    const icon = entry?.icon ?? new TicketButton(() => this.#onPick(ticket.id));
    icon.show(ticket, ticket.id === this.#open, this.#nameOf(ticket));
    const marker =
      entry?.marker ??
      L.marker(at, { icon, pane: this.#pane, interactive: false, keyboard: false, autoPanOnFocus: false });
    marker.setLatLng(at).setZIndexOffset(rank * 1_000);
    if (this.#shown) marker.addTo(this.#map);
    return { ticket, marker, icon };
  }

  #order(ticket: MapTicket): number {
    return ticket.id === this.#open ? 0 : ticket.asks ? 0.5 : ticket.priority;
  }

  #box(ticket: MapTicket, x: number, y: number): MarkBox {
    const open = ticket.id === this.#open;
    return { x, y, open, tagWidth: tagWidth(tagOf(ticket, open)) };
  }

  /** Gives each tag a side, or none. */
  declutter(): void {
    const size = this.#map.getSize();
    const points = this.#entries.map(({ marker }) =>
      this.#map.latLngToContainerPoint(marker.getLatLng()).add(size),
    );
    const boxes = this.#entries.map(({ ticket }, i) => this.#box(ticket, points[i]!.x, points[i]!.y));
    const covered = [...coveredOf(this.#map.getContainer()), ...this.#unitsAt()];
    this.#sides = placeTags(boxes, fieldAround(size, covered));
    for (const [i, { icon }] of this.#entries.entries()) icon.side = this.#sides[i]!;
  }
}
