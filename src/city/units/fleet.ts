import type { Log } from '../../node/log/log.ts';
import type { Link } from '../../node/mqtt/link.ts';
import { UnitId } from '../../shared/ids.ts';
import { UnitOrder, type UnitReport, type UnitStatus } from '../../shared/unit/model.ts';
import { instant, millis } from '../../shared/wire/time.ts';
import { filters, idsOf, topics } from '../../shared/wire/topic.ts';
import data from '../data/units.json' with { type: 'json' };
import type { CityPlan, PlanLookup } from '../plan/index.ts';
import { type Chance, chance } from '../plan/seeded-chance.ts';
import { FieldUnit, type Manners, type Said } from './field-unit.ts';
import { Ways } from './ways.ts';

const TICK_MS = 1_000;
/** Who moves says where it is this often, who stands less so, ms. */
const MOVING_MS = 2_000;
const STANDING_MS = 15_000;
/** Now and then a unit is out of the radio's reach: how likely in a minute, and for how long, s. */
const OUT_OF_REACH = 0.01;
const OUT_SECONDS = [150, 300] as const;

export interface FleetOptions {
  readonly link: Link;
  readonly plan: CityPlan;
  readonly lookup: PlanLookup;
  readonly manners: Manners;
  /** seconds of the city's day in one second */
  readonly speed: number;
  readonly log: Log;
  readonly now: () => number;
}

interface Member {
  readonly id: UnitId;
  readonly facts: Pick<UnitReport, 'callSign' | 'service' | 'kind' | 'skills'>;
  readonly unit: FieldUnit;
  saidAt: number;
  status: UnitStatus | undefined;
  /** seconds until the radio reaches it again */
  outFor: number;
}

/** The dispatch system of the demo city's services: says where units are, tells them what the hub orders, and answers. */
export class Fleet {
  readonly #on: FleetOptions;
  readonly #luck: Chance;
  readonly #members: ReadonlyMap<string, Member>;
  readonly #timer: NodeJS.Timeout;
  readonly #stops: readonly (() => void)[];

  constructor(options: FleetOptions) {
    this.#on = options;
    this.#luck = chance(options.plan.seed, 'fleet');
    const ways = new Ways(options.plan, options.lookup);
    this.#members = new Map(
      data.map((one) => {
        const { id, home, ...facts } = one as typeof one & Pick<Member['facts'], 'service' | 'kind'>;
        const luck = chance(options.plan.seed, `unit ${id}`);
        const unit = new FieldUnit(facts.kind, [home[0]!, home[1]!], ways, luck, options.manners);
        const member = { id: UnitId.parse(id), facts: { callSign: id, ...facts }, unit, saidAt: 0 };
        return [id, { ...member, status: undefined, outFor: 0 }];
      }),
    );
    const { link } = options;
    this.#stops = [
      link.subscribe(filters.unitOrders, { qos: 1 }, (topic, payload) => this.#hear(topic, payload)),
      // A broker that starts anew may have forgotten what it kept.
      link.onState(({ kind }) => {
        if (kind === 'up') for (const member of this.#members.values()) member.saidAt = 0;
      }),
    ];
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  get size(): number {
    return this.#members.size;
  }

  close(): void {
    clearInterval(this.#timer);
    for (const stop of this.#stops) stop();
  }

  #tick(): void {
    const { speed, now, link } = this.#on;
    const seconds = (TICK_MS / 1_000) * speed;
    for (const member of this.#members.values()) {
      const said = member.unit.step(seconds, instant(now()));
      member.outFor = Math.max(0, member.outFor - seconds);
      if (this.#luck.happens((OUT_OF_REACH * seconds) / 60)) member.outFor = this.#luck.range(...OUT_SECONDS);
      if (member.outFor > 0 || link.state.kind !== 'up') continue;
      if (said !== undefined) this.#answer(member, said);
      const every = member.unit.moves ? MOVING_MS : STANDING_MS;
      if (now() - member.saidAt >= every || member.unit.status !== member.status) this.#report(member);
    }
  }

  #hear(topic: string, payload: Uint8Array): void {
    const [id = ''] = idsOf(filters.unitOrders, topic) ?? [];
    const member = this.#members.get(id);
    if (member === undefined || member.outFor > 0) return;
    const order = UnitOrder.safeParse(JSON.parse(Buffer.from(payload).toString()));
    if (!order.success) return void this.#on.log.warn({ topic }, 'no order that a unit can read');
    // What comes late is no order any more.
    if (millis(order.data.expiresAt) < this.#on.now()) return;
    const said = member.unit.hear(order.data, instant(this.#on.now()));
    if (said !== undefined) this.#answer(member, said);
  }

  #answer({ id }: Member, said: Said): void {
    void this.#on.link.publish(topics.unitAnswer(id), JSON.stringify({ v: 1, ...said }), { qos: 1 });
  }

  #report(member: Member): void {
    const { id, facts, unit } = member;
    const at = instant(this.#on.now());
    member.saidAt = this.#on.now();
    member.status = unit.status;
    const report: UnitReport = {
      v: 1,
      id,
      ...facts,
      status: unit.status,
      position: unit.position,
      positionAt: at,
      at,
      answers: [...unit.answers],
    };
    const how = { qos: 1, retain: true } as const;
    void this.#on.link.publish(topics.unitState(id), JSON.stringify(report), how);
  }
}
