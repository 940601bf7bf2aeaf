import type { LampDetail } from '../../shared/ipc/model.ts';
import { StreetlightInput } from '../../shared/lamp/streetlight.ts';
import { instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import type { Room } from '../link/room.ts';

/** Follows one lamp's own state while its panel is open: power and energy are not in the frames. */
export class LampFollower {
  readonly #room: Room;
  readonly #onDetail: (detail: LampDetail) => void;
  #unlisten: (() => void) | undefined;

  constructor(room: Room, onDetail: (detail: LampDetail) => void) {
    this.#room = room;
    this.#onDetail = onDetail;
  }

  follow(lamp: string | undefined): void {
    this.#unlisten?.();
    this.#unlisten =
      lamp === undefined
        ? undefined
        : this.#room.listen(topics.lampState(lamp), 1, (topic, payload) => this.#hear(lamp, topic, payload));
  }

  #hear(lamp: string, topic: string, payload: unknown): void {
    if (payload === undefined) return; // its gateway took it back
    const state = this.#room.parse(topic, StreetlightInput, payload);
    if (state === undefined) return;
    const { illuminanceLevel, powerConsumption, lifetimePowerConsumption, status } = state;
    this.#onDetail({
      // Gateways name a lamp in their own way; its topic is what the room knows it by.
      id: lamp,
      at: instant(Date.parse(state.observationDateTime)),
      powerState: state.powerState,
      ...(illuminanceLevel === undefined ? {} : { level: illuminanceLevel }),
      ...(powerConsumption === undefined ? {} : { power: powerConsumption }),
      ...(lifetimePowerConsumption === undefined ? {} : { energy: lifetimePowerConsumption }),
      ...(status === undefined ? {} : { status }),
    });
  }
}
