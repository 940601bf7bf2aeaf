import { distance, type Position } from '../../../shared/geo/position.ts';
import type { DistrictLamps } from '../../../shared/ipc/model.ts';
import type { LampFacts, LampRef } from '../map/index.ts';

const byNumber = new Intl.Collator('fr', { numeric: true });

/** What each lamp is, looked up when somebody asks: the columns stay columns. */
export class LampBook {
  readonly #districts = new Map<number, DistrictLamps>();
  /** by id; made when somebody first asks for a lamp by its id */
  #refs: ReadonlyMap<string, LampRef> | undefined;

  set(pieces: readonly DistrictLamps[]): void {
    for (const piece of pieces) this.#districts.set(piece.slot, piece);
    this.#refs = undefined;
  }

  /** Its columns, district by district. */
  get pieces(): Iterable<DistrictLamps> {
    return this.#districts.values();
  }

  /** The columns of a district. */
  piece(slot: number): DistrictLamps | undefined {
    return this.#districts.get(slot);
  }

  /** The facts of the lamp with this very id. */
  byId(id: string): LampFacts | undefined {
    const ref = this.refOf(id);
    return ref === undefined ? undefined : this.facts(ref);
  }

  /** The lamp with this very id. */
  refOf(id: string): LampRef | undefined {
    this.#refs ??= new Map(
      [...this.#districts].flatMap(([slot, { ids }]) =>
        Array.from(ids, (each, index): [string, LampRef] => [each, { slot, index }]),
      ),
    );
    return this.#refs.get(id);
  }

  /** Districts that have lamps; one that was removed is told of without any. */
  get lit(): readonly number[] {
    return [...this.#districts].flatMap(([slot, { ids }]) => (ids.length === 0 ? [] : [slot]));
  }

  /**
   * Lamps whose id has every word, in the book's order; one whose id is just the words comes first.
   * Walks the columns, keeps nothing.
   * @param words in small letters
   */
  find(words: readonly string[], most: number): readonly LampRef[] {
    const found: LampRef[] = [];
    const whole = words.join(' ');
    for (const [slot, { ids }] of this.#districts) {
      for (let index = 0; index < ids.length; index++) {
        const id = ids[index]!.toLowerCase();
        if (id === '') continue; // a tombstone
        if (id === whole) found.unshift({ slot, index });
        else if (found.length < most && words.every((word) => id.includes(word))) found.push({ slot, index });
      }
    }
    return found.slice(0, most);
  }

  /** The lamps of a street, in order of id: « 9 » before « 10 ». */
  inStreet(street: string, commune: string | undefined): readonly LampRef[] {
    const found: (LampRef & { readonly id: string })[] = [];
    for (const [slot, district] of this.#districts) {
      const { names, ids } = district;
      const wanted = new Set(names.flatMap((name, n) => (name === street ? [n] : [])));
      if (wanted.size === 0) continue;
      for (let index = 0; index < ids.length; index++) {
        if (ids[index] === '' || !wanted.has(district.street[index]!)) continue;
        const where = names[district.commune[index]!] || undefined;
        if (where === commune || where === undefined) found.push({ slot, index, id: ids[index]! });
      }
    }
    return found.sort((a, b) => byNumber.compare(a.id, b.id));
  }

  /** Those within a distance of a place, m, in no order. Walks the columns, keeps nothing. */
  near(place: Position, metres: number): readonly LampRef[] {
    const [lon, lat] = place;
    // A degree of latitude is never shorter than this, m; of longitude by its cosine.
    const reach = metres / 110_500;
    const wide = reach / Math.cos((lat * Math.PI) / 180);
    const found: LampRef[] = [];
    for (const [slot, district] of this.#districts)
      for (let index = 0; index < district.ids.length; index++) {
        const at: Position = [district.lon[index]!, district.lat[index]!];
        if (!(Math.abs(at[1] - lat) <= reach && Math.abs(at[0] - lon) <= wide)) continue;
        if (distance(at, place) <= metres) found.push({ slot, index });
      }
    return found;
  }

  facts({ slot, index }: LampRef): LampFacts | undefined {
    const district = this.#districts.get(slot);
    const id = district?.ids[index];
    if (district === undefined || !id) return undefined;
    const { names, street, commune, cabinet, circuit, kind, power } = district;
    const watts = power[index] ?? Number.NaN;
    const communeName = names[commune[index] ?? 0];
    const circuitName = names[circuit[index] ?? 0];
    const kindName = names[kind[index] ?? 0];
    const cabinetName = names[cabinet[index] ?? 0];
    return {
      id: id as LampFacts['id'],
      district: district.district,
      street: names[street[index] ?? 0] ?? '',
      ...(communeName ? { commune: communeName } : {}),
      ...(cabinetName ? { cabinet: cabinetName as NonNullable<LampFacts['cabinet']> } : {}),
      ...(circuitName ? { circuit: circuitName } : {}),
      ...(circuitName && district.sharedCircuits?.includes(circuitName) ? { sharedCircuit: true } : {}),
      ...(kindName || !Number.isNaN(watts)
        ? {
            luminaire: {
              ...(kindName && { kind: kindName }),
              ...(Number.isNaN(watts) ? {} : { power: watts }),
            },
          }
        : {}),
    };
  }
}
