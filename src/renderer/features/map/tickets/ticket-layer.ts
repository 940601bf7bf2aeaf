import L from 'leaflet';
import type { Slab } from '../labels/occupancy.ts';
import { type CanvasView, toX, toY } from '../layer/view.ts';
import { mercatorX, mercatorY } from '../mercator.ts';
import type { MapTicket } from '../model.ts';
import { type MarkBox, markSlab, type TaggedMark, type TagSide, tagSlab } from './declutter.ts';
import { stacksOf } from './stacks.ts';
import { tagOf } from './tag.ts';
import { TicketButton } from './ticket-button.ts';

/** Buttons on the map at once; beyond it the least urgent are left to the queue. */
const MOST = 300;
/** Of a tag from the middle of its mark, at most: see `tickets.css`. */
const BESIDE = 32;
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
  /** several stand at one place: which, the most urgent first, and where in pixels of the container */
  readonly onStack: (ids: readonly string[], at: { readonly x: number; readonly y: number }) => void;
  /** what a screen reader says; @param n tickets that the mark stands for */
  readonly nameOf: (ticket: MapTicket, n: number) => string;
  /** its marks are others, or say something else: they are to be placed anew */
  readonly changed: () => void;
}

/** Tickets on the map, the most urgent on top; those at one place have one mark, which says how many they are. */
export class TicketLayer {
  readonly #map: L.Map;
  readonly #pane: string;
  readonly #on: Pick<TicketLayerOptions, 'onPick' | 'onStack' | 'nameOf' | 'changed'>;
  #entries: readonly Entry[] = [];
  /** places in #entries of those that have one mark */
  #stacks: readonly (readonly number[])[] = [];
  /** of the tag of each stack */
  #sides: TagSide[] = [];
  #open: string | undefined;
  #shown = true;

  constructor({ map, pane, ...on }: TicketLayerOptions) {
    this.#map = map;
    this.#pane = pane;
    this.#on = on;
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
    this.#on.changed();
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
    return this.#stacks.flatMap(([first], i) => {
      const { ticket } = this.#entries[first!]!;
      const [lon, lat] = ticket.position;
      const box = this.#box(ticket, toX(view, mercatorX(lon)), toY(view, mercatorY(lat)));
      const side = this.#sides[i] ?? 'none';
      return side === 'none' ? [markSlab(box)] : [markSlab(box), tagSlab(box, side)];
    });
  }

  dispose(): void {
    for (const { marker } of this.#entries) marker.remove();
    this.#entries = [];
  }

  #place(ticket: MapTicket, entry: Entry | undefined, rank: number): Entry {
    const at = L.latLng(ticket.position[1], ticket.position[0]);
    const icon = entry?.icon ?? new TicketButton(() => this.#pick(ticket.id));
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

  /** What is to be placed now: at this zoom those at one place have one mark. */
  marks(): readonly TaggedMark[] {
    if (!this.#shown) return [];
    const points = this.#entries.map(({ marker }) => this.#map.latLngToContainerPoint(marker.getLatLng()));
    this.#stacks = stacksOf(points);
    this.#sides = this.#stacks.map(() => 'none');
    return this.#stacks.flatMap(([first, ...behind], i) => {
      for (const n of behind) this.#entries[n]!.icon.hide();
      if (first === undefined) return [];
      const { ticket, icon } = this.#entries[first]!;
      const n = 1 + behind.length;
      icon.show(ticket, ticket.id === this.#open, this.#on.nameOf(ticket, n), n);
      const { x, y } = points[first]!;
      const box = this.#box(ticket, x, y);
      const put: TaggedMark['put'] = ({ side }) => {
        this.#sides[i] = side;
        icon.side = side;
        // Where it has no room it is shown to who points at it, and then not beyond the edge.
        icon.turned = x + box.tagWidth + BESIDE > this.#map.getSize().x;
      };
      return [{ box, rank: this.#order(ticket), put }];
    });
  }

  #pick(id: string): void {
    const stack = this.#stacks.find(([first]) => this.#entries[first!]?.ticket.id === id) ?? [];
    const ids = stack.map((n) => this.#entries[n]!.ticket.id);
    const [first] = stack;
    if (first === undefined || ids.length < 2) this.#on.onPick(id);
    else this.#on.onStack(ids, this.#map.latLngToContainerPoint(this.#entries[first]!.marker.getLatLng()));
  }
}
