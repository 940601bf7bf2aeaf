import L from 'leaflet';
import type { MapUnit } from '../model.ts';
import { IN_PLACE, type MarkPlace, type Shift, type TaggedMark } from '../tickets/declutter.ts';
import { unitShape } from './unit-shape.ts';

interface Entry {
  readonly marker: L.Marker;
  readonly mark: HTMLElement;
  shown: string;
  tag: string;
  /** goes to the open ticket: its tag has a place before others */
  goes: boolean;
  /** its mark is beside its place: another is there */
  shift: Shift;
  readonly way: HTMLElement;
}

/** Width of a tag: tabular figures and text at 15 px are near enough this wide. */
const tagWidth = (text: string) => 10 + 8.4 * text.length;
/** Among tickets, which are from 0 for the open one to 4: those that go to it have their tags next, the others last. */
const [GOES, OTHER] = [0.2, 5];

/** Where its mark is not at its place, a line goes there. */
function put(entry: Entry, { dx, dy, side }: MarkPlace): void {
  const { mark, way } = entry;
  entry.shift = { dx, dy };
  mark.dataset.side = side;
  mark.style.translate = `${dx}px ${dy}px`;
  way.style.width = `${Math.hypot(dx, dy)}px`;
  way.style.rotate = `${Math.atan2(-dy, -dx)}rad`;
}

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
    return changed || gone.size > 0;
  }

  dispose(): void {
    this.set([]);
  }

  /** What is to be placed now: a unit stands beside the ticket that it has come to. */
  marks(): readonly TaggedMark[] {
    if (this.#map.getPane(this.#pane)?.hidden) return [];
    return [...this.#entries.values()].map((entry) => {
      const { x, y } = this.#map.latLngToContainerPoint(entry.marker.getLatLng());
      return {
        box: { x, y, open: false, tagWidth: tagWidth(entry.tag), gives: entry.shift },
        rank: entry.goes ? GOES : OTHER,
        put: (place) => put(entry, place),
      };
    });
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
    entry.mark.replaceChildren(entry.way, box, tag);
    return true;
  }

  #add(id: string, at: L.LatLng): Entry {
    const mark = document.createElement('div');
    const icon = L.divIcon({ html: mark, className: 'map-unit-place', iconSize: [0, 0] });
    const options = { icon, pane: this.#pane, interactive: false, keyboard: false };
    const marker = L.marker(at, options).addTo(this.#map);
    marker.getElement()?.setAttribute('aria-hidden', 'true');
    const way = document.createElement('i');
    way.className = 'map-unit-way';
    const entry: Entry = { marker, mark, shown: '', tag: '', goes: false, shift: IN_PLACE, way };
    this.#entries.set(id, entry);
    return entry;
  }
}
