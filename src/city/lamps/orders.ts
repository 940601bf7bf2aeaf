import type { Link } from '../../node/mqtt/link.ts';
import type { CabinetId, LampId } from '../../shared/ids.ts';
import { type CabinetAck, CabinetOrder, LampOrder, type OrderStep } from '../../shared/wire/lamp-order.ts';
import { instant, millis } from '../../shared/wire/time.ts';
import { filters, idsOf, topics } from '../../shared/wire/topic.ts';
import type { CityPlan } from '../plan/index.ts';
import type { LampFleet } from './lamp-fleet.ts';
import { cabinetTemper, DELAY_MS, lampTemper, type Tempers } from './temper.ts';

export interface LampOrdersOptions {
  readonly link: Pick<Link, 'subscribe' | 'publish'>;
  readonly plan: CityPlan;
  readonly fleet: LampFleet;
  readonly tempers: Tempers;
  readonly now: () => number;
}

const TICK_MS = 250;

type Order = LampOrder | CabinetOrder;
/** A level, %, until ms. */
interface Step {
  readonly level: number;
  readonly until: number;
}

/**
 * The gateways' side of lighting orders: they drop what has expired, set lamps and say so, and at the end go on with the
 * order before, or back, by themselves. Some are slow, and those are old and keep one level only; some never answer; a few
 * lamps say yes and stay as they are, as in any real city.
 */
export class LampOrders {
  readonly #on: LampOrdersOptions;
  readonly #indexOf: ReadonlyMap<LampId, number>;
  /** what lamps out of their programme do now, and then */
  readonly #steps = new Map<number, readonly [Step, ...Step[]]>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #tick: NodeJS.Timeout;
  readonly #stops: readonly (() => void)[];

  constructor(options: LampOrdersOptions) {
    this.#on = options;
    const { link, plan } = options;
    this.#indexOf = new Map(plan.lamps.map(({ id }, index) => [id, index]));
    this.#stops = [
      link.subscribe(filters.cabinetOrders, { qos: 1 }, (topic, payload) => {
        const order = read(CabinetOrder, payload);
        const [cabinet = ''] = idsOf(filters.cabinetOrders, topic) ?? [];
        if (order !== undefined)
          this.#hear(order, order.lamps, topics.cabinetAck(cabinet), cabinet as CabinetId);
      }),
      link.subscribe(filters.lampOrders, { qos: 1 }, (topic, payload) => {
        const order = read(LampOrder, payload);
        const [lamp = ''] = idsOf(filters.lampOrders, topic) ?? [];
        if (order !== undefined) this.#hear(order, [lamp as LampId], topics.lampAck(lamp));
      }),
    ];
    this.#tick = setInterval(() => this.#goOn(), TICK_MS);
  }

  close(): void {
    clearInterval(this.#tick);
    for (const timer of this.#timers) clearTimeout(timer);
    for (const stop of this.#stops) stop();
  }

  #hear(order: Order, lamps: readonly LampId[], ackTopic: string, cabinet?: CabinetId): void {
    const { plan, tempers } = this.#on;
    const temper = cabinet === undefined ? 'prompt' : cabinetTemper(plan.seed, cabinet, tempers);
    if (temper === 'mute') return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#carryOut(temper === 'prompt' ? order : { ...order, after: undefined }, lamps, ackTopic);
    }, DELAY_MS[temper]);
    this.#timers.add(timer);
  }

  #carryOut(order: Order, lamps: readonly LampId[], ackTopic: string): void {
    const { now } = this.#on;
    const expired = now() >= millis(order.expiresAt);
    const refused = expired ? [] : lamps.flatMap((lamp) => this.#set(lamp, order));
    const [single] = 'lamps' in order ? [] : refused;
    const ack: CabinetAck = {
      v: 1,
      cmd: order.cmd,
      ok: !expired && single === undefined,
      code: expired ? 'EXPIRED' : (single?.code ?? 'OK'),
      at: instant(now()),
      ...('after' in order && order.after !== undefined ? { goesOn: true } : {}),
      ...('lamps' in order && refused.length > 0 ? { refused } : {}),
    };
    void this.#on.link.publish(ackTopic, JSON.stringify(ack), { qos: 1 });
  }

  /** @returns why not */
  #set(lamp: LampId, order: Order): readonly { readonly lamp: LampId; readonly code: string }[] {
    const { fleet, plan, tempers } = this.#on;
    const index = this.#indexOf.get(lamp);
    if (index === undefined) return [{ lamp, code: 'UNKNOWN_LAMP' }];
    const temper = lampTemper(plan.seed, lamp, tempers);
    if (temper === 'locked') return [{ lamp, code: 'LOCKED' }];
    if (temper === 'lies') return [];
    if ('release' in order) {
      fleet.override(index, undefined);
      this.#steps.delete(index);
    } else {
      if (order.level * 100 < fleet.floorOf(index)) return [{ lamp, code: 'FLOOR' }];
      fleet.override(index, percentOf(order));
      this.#steps.set(index, [stepOf(order), ...(order.after ?? []).map(stepOf)]);
    }
    return [];
  }

  #goOn(): void {
    for (const [index, steps] of this.#steps) {
      if (this.#on.now() < steps[0].until) continue;
      const [next, ...others] = steps.filter(({ until }) => this.#on.now() < until);
      this.#on.fleet.override(index, next?.level);
      if (next === undefined) this.#steps.delete(index);
      else this.#steps.set(index, [next, ...others]);
    }
  }
}

const percentOf = ({ level }: OrderStep): number => Math.round(level * 100);
const stepOf = (step: OrderStep): Step => ({ level: percentOf(step), until: millis(step.until) });

/** What is no order is passed over, as a gateway would. */
function read<T>(
  schema: { readonly safeParse: (value: unknown) => { readonly success: boolean; readonly data?: T } },
  payload: Uint8Array,
): T | undefined {
  try {
    return schema.safeParse(JSON.parse(new TextDecoder().decode(payload))).data;
  } catch {
    return undefined;
  }
}
