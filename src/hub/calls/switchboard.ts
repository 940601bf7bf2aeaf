import { agedCall, type CallLimits } from '../../shared/call/advance.ts';
import type { RoomCall } from '../../shared/call/model.ts';
import type { CommandId } from '../../shared/ids.ts';
import type { CallOrder } from '../../shared/wire/intake.ts';
import { instant } from '../../shared/wire/time.ts';
import type { Store } from '../store/store.ts';
import { forgetCall, readCall, readCalls } from './keep.ts';
import { type CallContext, settleCall } from './take.ts';

export interface SwitchboardOptions {
  readonly store: Store;
  readonly context: CallContext;
  readonly limits: CallLimits;
  /** what the room shall see */
  readonly show: (call: RoomCall) => void;
  readonly hide: (id: string) => void;
  /** to telephony, once: it must not come late */
  readonly order: (order: CallOrder) => void;
  readonly now: () => number;
}

/** How long telephony may take to hear that a call is taken. */
const ORDER_MS = 10_000;

/** The room's calls between telephony, the store and the seats. */
export class Switchboard {
  readonly #on: SwitchboardOptions;

  private constructor(options: SwitchboardOptions) {
    this.#on = options;
  }

  /** Shows again what the store knows. @throws StorageError */
  static async create(options: SwitchboardOptions): Promise<Switchboard> {
    for (const call of await readCalls(options.store.db)) options.show(call);
    return new Switchboard(options);
  }

  changed(call: RoomCall): void {
    this.#on.show(call);
  }

  /** A seat has it, and that is written: telephony connects it there. */
  answered(call: RoomCall, cmd: CommandId): void {
    this.#on.show(call);
    if (call.answeredBy === undefined) return;
    const { order, now } = this.#on;
    order({
      v: 1,
      cmd,
      order: 'answer',
      callId: call.id,
      seat: call.answeredBy.seat,
      at: instant(now()),
      expiresAt: instant(now() + ORDER_MS),
    });
  }

  /**
   * What time makes of calls: rung for too long, over for a while. To be called every second, one call at a time.
   * @returns how many tickets were opened
   * @throws StorageError; the next call tries again
   */
  async look(): Promise<number> {
    const { store, limits, now } = this.#on;
    let opened = 0;
    for (const { id } of await readCalls(store.db).then((calls) => calls.filter(isDue(limits, now()))))
      if (await this.#age(id)) opened += 1;
    return opened;
  }

  /** Judged anew within the transaction: somebody may just have answered. */
  async #age(id: string): Promise<boolean> {
    const { store, context, limits, now, show, hide } = this.#on;
    const at = instant(now());
    const after = await store.write(async (unit) => {
      const call = await readCall(unit.tx, id);
      const next = call && agedCall(call, at, limits);
      if (next === 'gone') await forgetCall(unit.tx, id);
      return next === 'gone' || next === undefined ? next : settleCall(unit, next, at, context);
    });
    if (after === 'gone') hide(id);
    else if (after?.call !== undefined) show(after.call);
    return after !== 'gone' && after?.opened === true;
  }
}

const isDue = (limits: CallLimits, now: number) => (call: RoomCall) =>
  agedCall(call, instant(now), limits) !== undefined;
