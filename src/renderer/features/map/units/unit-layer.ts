import L from 'leaflet';
import { coveredOf } from '../labels/covered.ts';
import type { Slab } from '../labels/occupancy.ts';
import type { MapUnit } from '../model.ts';
import {
  fieldAround,
  type MarkBox,
  markSlab,
  placeTags,
  type TagSide,
  tagSlab,
} from '../tickets/declutter.ts';
import { unitShape } from './unit-shape.ts';

interface Entry {
  readonly marker: L.Marker;
  readonly mark: HTMLElement;
  shown: string;
  tag: string;
  /** goes to the open ticket: its tag has a place before others */
  goes: boolean;
  side: TagSide;
}

/** Width of a tag: tabular figures and text at 15 px are near enough this wide. */
const tagWidth = (text: string) => 10 + 8.4 * text.length;

/**
 * Field units on the map: how each moves, its call sign, and the age of its place where that is old. Marks take no
 * clicks: the ticket's list and the palette say the same, to the keyboard and to screen readers too.
 */
export class UnitLayer {
  readonly #map: L.Map;
  readonly #pane: string;
  readonly #entries = new Map<string, Entry>();

  constructor(map: L.Map, pane: string) {
    this.#map = map;
    this.#pane = pane;
    map.on('moveend resize', this.declutter, this);
  }

  /** @returns whether one has come, moved, gone or is told of otherwise */
  set(units: readonly MapUnit[]): boolean {
    const gone = new Set(this.#entries.keys());
    let changed = false;
    for (const unit of units) {
      gone.delete(unit.id);
      if (this.#show(unit)) changed = true;
    }
    for (const id of gone) {
      this.#entries.get(id)?.marker.remove();
      this.#entries.delete(id);
    }
    if (!changed && gone.size === 0) return false;
    this.declutter();
    return true;
  }

  dispose(): void {
    this.#map.off('moveend resize', this.declutter, this);
    this.set([]);
  }

  /** Gives each tag a side where it covers no other unit and lies under nothing, or none: its mark stays. */
  declutter(): void {
    const size = this.#map.getSize();
    const entries = [...this.#entries.values()].toSorted((a, b) => Number(b.goes) - Number(a.goes));
    const boxes = entries.map((entry) => {
      const box = this.#box(entry);
      return { ...box, x: box.x + size.x, y: box.y + size.y };
    });
    const sides = placeTags(boxes, fieldAround(size, coveredOf(this.#map.getContainer())));
    for (const [i, entry] of entries.entries()) {
      entry.side = sides[i] ?? 'none';
      entry.mark.dataset.side = entry.side;
    }
  }

  /** Where their marks and tags are, in pixels of the container. */
  slabs(): readonly Slab[] {
    return [...this.#entries.values()].flatMap((entry) => {
      const box = this.#box(entry);
      return entry.side === 'none' ? [markSlab(box)] : [markSlab(box), tagSlab(box, entry.side)];
    });
  }

  #box({ marker, tag }: Entry): MarkBox {
    const { x, y } = this.#map.latLngToContainerPoint(marker.getLatLng());
    return { x, y, open: false, tagWidth: tagWidth(tag) };
  }

  #show(unit: MapUnit): boolean {
    const at = L.latLng(unit.position[1], unit.position[0]);
    const entry = this.#entries.get(unit.id) ?? this.#add(unit.id, at);
    const moved = !entry.marker.getLatLng().equals(at);
    if (moved) entry.marker.setLatLng(at);
    const { label, kind, goes, age } = unit;
    const key = JSON.stringify([label, kind, goes, age]);
    if (key === entry.shown) return moved;
    entry.shown = key;
    entry.goes = goes;
    entry.marker.setZIndexOffset(goes ? 1_000 : 0);
    entry.mark.className = [
      'map-unit',
      goes ? 'map-unit-goes' : '',
      age === undefined ? '' : 'map-unit-old',
    ].join(' ');
    const tag = document.createElement('span');
    tag.className = 'map-unit-tag';
    entry.tag = age === undefined ? label : `${label} · ${age}`;
    tag.textContent = entry.tag;
    const box = document.createElement('span');
    box.className = 'map-unit-box';
    box.append(unitShape(kind));
    entry.mark.replaceChildren(box, tag);
    return true;
  }

  #add(id: string, at: L.LatLng): Entry {
    const mark = document.createElement('div');
    const icon = L.divIcon({ html: mark, className: 'map-unit-place', iconSize: [0, 0] });
    const options = { icon, pane: this.#pane, interactive: false, keyboard: false };
    const marker = L.marker(at, options).addTo(this.#map);
    marker.getElement()?.setAttribute('aria-hidden', 'true');
    const entry: Entry = { marker, mark, shown: '', tag: '', goes: false, side: 'none' };
    this.#entries.set(id, entry);
    return entry;
  }
}
