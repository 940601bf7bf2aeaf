import L from 'leaflet';
import type { MapUnit } from '../model.ts';
import { unitShape } from './unit-shape.ts';

interface Entry {
  readonly marker: L.Marker;
  readonly mark: HTMLElement;
  shown: string;
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

  set(units: readonly MapUnit[]): void {
    const gone = new Set(this.#entries.keys());
    for (const unit of units) {
      gone.delete(unit.id);
      this.#show(unit);
    }
    for (const id of gone) {
      this.#entries.get(id)?.marker.remove();
      this.#entries.delete(id);
    }
  }

  #show(unit: MapUnit): void {
    const at = L.latLng(unit.position[1], unit.position[0]);
    const entry = this.#entries.get(unit.id) ?? this.#add(unit.id, at);
    if (!entry.marker.getLatLng().equals(at)) entry.marker.setLatLng(at);
    const { label, kind, goes, age } = unit;
    const key = JSON.stringify([label, kind, goes, age]);
    if (key === entry.shown) return;
    entry.shown = key;
    entry.marker.setZIndexOffset(goes ? 1_000 : 0);
    entry.mark.className = [
      'map-unit',
      goes ? 'map-unit-goes' : '',
      age === undefined ? '' : 'map-unit-old',
    ].join(' ');
    const tag = document.createElement('span');
    tag.className = 'map-unit-tag';
    tag.textContent = age === undefined ? label : `${label} · ${age}`;
    const box = document.createElement('span');
    box.className = 'map-unit-box';
    box.append(unitShape(kind));
    entry.mark.replaceChildren(box, tag);
  }

  #add(id: string, at: L.LatLng): Entry {
    const mark = document.createElement('div');
    const icon = L.divIcon({ html: mark, className: 'map-unit-place', iconSize: [0, 0] });
    const options = { icon, pane: this.#pane, interactive: false, keyboard: false };
    const marker = L.marker(at, options).addTo(this.#map);
    marker.getElement()?.setAttribute('aria-hidden', 'true');
    const entry = { marker, mark, shown: '' };
    this.#entries.set(id, entry);
    return entry;
  }
}
