import type { DistrictLamps } from '../../../shared/ipc/model.ts';
import type { LampFacts, LampRef } from '../map/index.ts';

/** What each lamp is, looked up when somebody asks: the columns stay columns. */
export class LampBook {
  readonly #districts = new Map<number, DistrictLamps>();

  set(pieces: readonly DistrictLamps[]): void {
    for (const piece of pieces) this.#districts.set(piece.slot, piece);
  }

  facts({ slot, index }: LampRef): LampFacts | undefined {
    const district = this.#districts.get(slot);
    const id = district?.ids[index];
    if (district === undefined || !id) return undefined;
    const { names, street, commune, cabinet, power } = district;
    const watts = power[index] ?? Number.NaN;
    const communeName = names[commune[index] ?? 0];
    const cabinetName = names[cabinet[index] ?? 0];
    return {
      id: id as LampFacts['id'],
      street: names[street[index] ?? 0] ?? '',
      ...(communeName ? { commune: communeName } : {}),
      ...(cabinetName ? { cabinet: cabinetName as NonNullable<LampFacts['cabinet']> } : {}),
      ...(Number.isNaN(watts) ? {} : { luminaire: { kind: 'LED', power: watts } }),
    };
  }
}
