import { randomInt } from 'node:crypto';
import type { PublishOptions, PublishResult } from '../../node/mqtt/types.ts';
import type { Base } from '../base.ts';
import type { CallContext } from '../calls/take.ts';
import { every } from '../edge/every.ts';
import type { Inbox } from '../edge/inbox.ts';
import { openFaults } from '../faults.ts';
import { readLasting } from '../intake/lamp-faults.ts';
import { openGatewayDoors } from './command/doors.ts';
import { Overrides, TURN_MS } from './command/overrides.ts';
import { FaultGroups } from './fault-groups.ts';
import type { Inventory } from './inventory.ts';
import { Lighting } from './lighting.ts';
import { faultRule, overrideRule } from './rule.ts';

export interface LightingParts extends Base {
  /** what tickets of faults are opened by */
  readonly calls: CallContext;
  readonly publish: (
    topic: string,
    payload: string | Uint8Array,
    options: PublishOptions,
  ) => Promise<PublishResult>;
  readonly linkUp: () => boolean;
}

export type Lights = Awaited<ReturnType<typeof assembleLighting>>;

/** Lamps, their faults with their alarms, and the orders that they were given: what lasted when the hub ended goes on. */
export async function assembleLighting(
  { dictionaries }: Pick<Inventory, 'dictionaries'>,
  parts: LightingParts,
) {
  const { store, config, data, calls, publish, linkUp, committed, failed, metrics, now, log } = parts;
  const groups = new FaultGroups(faultRule(config), await readLasting(store));
  const lighting: Lighting = new Lighting({
    dictionaries,
    streamId: randomInt(2 ** 32),
    groups,
    publish,
    linkUp,
    reported: (lamp, level, at) => overrides.observed(lamp, level, at),
    silentAfterMs: config.lighting.silentAfterHours * 3_600_000,
    presenceMs: config.lighting.presenceMinutes * 60_000,
    now,
    metrics,
    log,
  });
  const faults = await openFaults({ store, data, config, groups, lighting, context: calls, failed });
  const overrides: Overrides = new Overrides({
    store,
    lamps: lighting,
    data,
    send: (topic, payload, messageExpiry) => publish(topic, payload, { qos: 1, messageExpiry }),
    linkUp,
    rule: overrideRule(config),
    committed,
    now,
  });
  await overrides.load();
  /** Opens the doors to the field, and starts what is done again and again. @returns ends it */
  const openLights = (inbox: Inbox): (() => Promise<void>) => {
    lighting.start(inbox);
    openGatewayDoors(inbox, overrides);
    const turns = every(
      TURN_MS,
      () => overrides.turn(),
      (error) => failed(error, 'lamp orders'),
    );
    return async () => {
      lighting.stop();
      await turns();
    };
  };
  return { lighting, overrides, faults, openLights };
}
