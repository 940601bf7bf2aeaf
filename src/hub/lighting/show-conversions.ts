import { conversionsOf } from '../../shared/lamp/conversion.ts';
import type { Dictionary } from '../../shared/lamp/dictionary.ts';
import { type Day, dayOf } from '../../shared/lighting/local-time.ts';
import type { RoomData } from '../edge/room-data.ts';

/** Shows what is converted to LED by today, and anew as days begin: what was planned for one is done on it. */
export class ShownConversions {
  readonly #data: Pick<RoomData, 'put'>;
  readonly #timeZone: string;
  #dictionaries: readonly Dictionary[] = [];
  #day: Day | undefined;

  /** @param timeZone IANA name */
  constructor(data: Pick<RoomData, 'put'>, timeZone: string) {
    this.#data = data;
    this.#timeZone = timeZone;
  }

  show(dictionaries: readonly Dictionary[], now: number): void {
    this.#dictionaries = dictionaries;
    this.#day = dayOf(now, this.#timeZone);
    for (const dictionary of dictionaries)
      this.#data.put('ledConversion', conversionsOf(dictionary, this.#day));
  }

  /** To be called each minute or so. */
  turn(now: number): void {
    if (dayOf(now, this.#timeZone) !== this.#day) this.show(this.#dictionaries, now);
  }
}
