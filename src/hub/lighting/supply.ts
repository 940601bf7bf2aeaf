import type { CabinetId } from '../../shared/ids.ts';
import { UNWIRED, type Wiring } from './lasting-fault.ts';

/** Which cabinets may have failed for one and the same: by the inventory's wiring, and by what they say of their supply. */
export class Supply {
  #wiring: Wiring = UNWIRED;
  /** cabinets that say that nothing feeds them */
  readonly #unfed = new Set<CabinetId>();

  /** Says what is wired to what; before that no two cabinets have anything in common. */
  wire(wiring: Wiring): void {
    this.#wiring = wiring;
  }

  /** A cabinet says whether it is fed. */
  say(cabinet: CabinetId, unfed: boolean): void {
    if (unfed) this.#unfed.add(cabinet);
    else this.#unfed.delete(cabinet);
  }

  /**
   * Cabinets that light a street of this one's, or have one circuit in common with it; of one that says that nothing feeds it, those
   * beside it that say so too: no inventory names the cable of the network behind them.
   */
  readonly neighbours = (cabinet: CabinetId): readonly CabinetId[] => {
    const near = [...this.#wiring.neighbours(cabinet)];
    if (!this.#unfed.has(cabinet)) return near;
    return [...near, ...[...this.#wiring.adjoining(cabinet)].filter((id) => this.#unfed.has(id))];
  };

  /** How many lamps a cabinet feeds. */
  fed(cabinet: CabinetId): number {
    return this.#wiring.fed(cabinet);
  }
}
