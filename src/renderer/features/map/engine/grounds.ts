import type { LampTable } from '../lamp-table.ts';
import type { GroundLabel } from '../layer/ground-label.ts';
import { DISTRICTS_BELOW, type OutlineLayer, placesOn } from '../layer/outline-layer.ts';
import type { OverLayer } from '../layer/over-layer.ts';
import { mercatorX, mercatorY } from '../mercator.ts';
import type { MapDistrict, MapSupply } from '../model.ts';

/** Of a circuit's name above its northern end, CSS pixels. */
const LIFT = 22;

/** Districts and circuits: outlines on one layer, their names, which must give way to others, on another. */
export class Grounds {
  readonly #lamps: LampTable;
  readonly #outlines: OutlineLayer;
  readonly #over: OverLayer;
  #names: { readonly districts: readonly GroundLabel[]; readonly circuits: readonly GroundLabel[] } = {
    districts: [],
    circuits: [],
  };
  #shown = { districts: true, circuits: true };

  constructor(lamps: LampTable, outlines: OutlineLayer, over: OverLayer) {
    this.#lamps = lamps;
    this.#outlines = outlines;
    this.#over = over;
  }

  setDistricts(districts: readonly MapDistrict[]): void {
    this.#outlines.setDistricts(districts);
    this.#name({
      districts: districts.map(({ label, stale, middle: [lon, lat] }) => ({
        text: label,
        stale,
        below: DISTRICTS_BELOW,
        lift: 0,
        x: mercatorX(lon),
        y: mercatorY(lat),
      })),
    });
  }

  setSupply(supply: MapSupply | undefined): void {
    this.#outlines.setSupply(supply);
    this.#name({
      circuits: (supply?.circuits ?? []).flatMap(({ label, lamps }): GroundLabel[] => {
        const places = placesOn(this.#lamps, lamps);
        // At the northern end: y grows southward.
        const [x, y] = places.reduce(
          (best, place) => (place[1] < best[1] ? place : best),
          places[0] ?? [0, 0],
        );
        return places.length === 0 ? [] : [{ text: label, stale: false, below: Infinity, lift: LIFT, x, y }];
      }),
    });
  }

  setShown(what: 'districts' | 'circuits', shown: boolean): void {
    this.#shown = { ...this.#shown, [what]: shown };
    this.#outlines.setShown(what, shown);
    this.#name({});
  }

  #name(names: Partial<Record<'districts' | 'circuits', readonly GroundLabel[]>>): void {
    this.#names = { ...this.#names, ...names };
    this.#over.setLabels([
      ...(this.#shown.circuits ? this.#names.circuits : []),
      ...(this.#shown.districts ? this.#names.districts : []),
    ]);
  }
}
