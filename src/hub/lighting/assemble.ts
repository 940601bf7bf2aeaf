import { randomInt } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { PublishOptions, PublishResult } from '../../node/mqtt/types.ts';
import { type CrossingLight, crossingLight } from '../../shared/crossing/light.ts';
import type { Crossing } from '../../shared/crossing/model.ts';
import type { CabinetId } from '../../shared/ids.ts';
import type { Dictionary } from '../../shared/lamp/dictionary.ts';
import { streetFacts, withCrossings } from '../../shared/lighting/place-lamps.ts';
import type { Base } from '../base.ts';
import type { CallContext } from '../calls/take.ts';
import type { AtBroker } from '../edge/at-broker.ts';
import { every } from '../edge/every.ts';
import { ENERGY_TURN_MS, Energy } from '../energy/energy.ts';
import { expectations } from '../energy/expectation.ts';
import { openFaults } from '../faults.ts';
import { readLasting } from '../intake/lamp-faults.ts';
import { HISTORY_THIN_MS, HISTORY_TURN_MS, LampHistory } from '../lamp-history/history.ts';
import { openGatewayDoors } from './command/doors.ts';
import { Overrides, TURN_MS } from './command/overrides.ts';
import { FaultGroups } from './fault-groups.ts';
import type { Inventory } from './inventory.ts';
import { DueBook } from './judge/due-book.ts';
import { FaultBoard } from './judge/fault-board.ts';
import { takenTogether } from './lasting-fault.ts';
import { Lighting } from './lighting.ts';
import { LiveInventory } from './live-inventory.ts';
import { hearPrograms, openProgramDoor } from './program/hear.ts';
import { LightingPlans } from './program/plans.ts';
import { ProgramReach, REACH_TURN_MS } from './program/reach.ts';
import { PROGRAM_TURN_MS, ProgramTeller } from './program/teller.ts';
import { dueRule, faultRule, judgedGroupRule, judgeRule, overrideRule } from './rule.ts';
import { ShownConversions } from './show-conversions.ts';
import { showDistricts } from './show-districts.ts';

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

/** The list of faults is read by people: it is brought up to date so often, ms. */
const FAULTS_EVERY_MS = 5_000;

export type Lights = Awaited<ReturnType<typeof assembleLighting>>;

/** Lamps, their faults with their alarms, and the orders that they were given: what lasted when the hub ended goes on. */
export async function assembleLighting(inventory: Inventory, parts: LightingParts) {
  const { dictionaries, streets, cabinets, crossings } = inventory;
  const { store, config, data, calls, publish, linkUp, committed, failed, metrics, now, log } = parts;
  const lasting = await readLasting(store);
  const groups = new FaultGroups(faultRule(config), lasting);
  const judged = {
    darkAtNight: new FaultGroups(judgedGroupRule(config), lasting, 'dark'),
    burningByDay: new FaultGroups(judgedGroupRule(config), lasting, 'burning'),
  };
  const due = new DueBook(dueRule(config));
  const lighting: Lighting = new Lighting({
    dictionaries,
    streamId: randomInt(2 ** 32),
    groups,
    judged,
    publish,
    linkUp,
    reported: (lamp, level, at, light) => {
      overrides.observed(lamp, level, at);
      energy.reported(lamp, level, at, light);
    },
    passed: (district, lamp) => history.passages.heard(district, lamp),
    due,
    judging: judgeRule(config),
    silentAfterMs: config.lighting.silentAfterHours * 3_600_000,
    presenceMs: config.lighting.presenceMinutes * 60_000,
    now,
    metrics,
    log,
  });
  const pieces = streets.flatMap(({ features }) => features);
  let ground = streetFacts(pieces);
  const board = await FaultBoard.open({
    store,
    data,
    lighting,
    streets: pieces,
    together: {
      noSupply: (cabinet) => groups.together(cabinet as CabinetId),
      dark: (cabinet) => judged.darkAtNight.together(cabinet as CabinetId),
    },
  });
  const all = takenTogether([groups, ...Object.values(judged)]);
  const faults = await openFaults({
    store,
    data,
    config,
    groups: all,
    lighting,
    context: calls,
    committed,
    failed,
  });
  let isHeard = false;
  const overrides: Overrides = new Overrides({
    store,
    lamps: lighting,
    floors: (at) => {
      const floorOf = plans.floorsAt(at);
      return (id) => {
        const lamp = lighting.lamp(id);
        return lamp === undefined ? 0 : floorOf(lamp);
      };
    },
    data,
    send: (topic, payload, messageExpiry) => publish(topic, payload, { qos: 1, messageExpiry }),
    // How lamps burned when their order left is part of the proof: not before what the broker retains of them is in.
    linkUp: () => isHeard && linkUp(),
    rule: overrideRule(config),
    committed,
    now,
  });
  const teller = new ProgramTeller({
    retain: (topic, payload) => publish(topic, payload, { qos: 1, retain: true }),
    perSecond: config.lighting.ordersPerSecond,
  });
  const reach = new ProgramReach(data);
  const plans = await LightingPlans.open({
    store,
    file: config.lighting.plan,
    timeZone: config.timeZone,
    aheadMinutes: config.lighting.aheadMinutes,
    dictionaries,
    streets: withCrossings(ground, lightOf(crossings, dictionaries)),
    data,
    teller,
    reach,
    forced: (plan, places, of) => {
      due.follow(plan, places, of);
      lighting.replanned();
    },
    now,
    log,
  });
  // An order that has ended while the hub was away is followed by one before it, at the floors of the plan.
  await overrides.load();
  const energy: Energy = await Energy.open({
    store,
    config,
    data,
    dictionaries,
    plans,
    isForTicket: (lamp) => overrides.isForTicket(lamp),
    bitsOf: (lamp) => lighting.bitsOf(lamp),
    now,
  });
  const conversions = new ShownConversions(data, config.timeZone);
  let standing = dictionaries;
  const expected = () =>
    expectations(
      plans,
      (district) => standing[district]?.district,
      config.timeZone,
      config.lighting.aheadMinutes * 60_000,
    );
  const history: LampHistory = await LampHistory.open({
    store,
    config: config.lighting.history,
    lamps: () => lighting.districts,
    expected: [expected(), expected(), expected()],
    marginMs: config.lighting.judge.programMarginMinutes * 60_000,
    hears: linkUp,
    now,
    log,
  });
  /** Opens the doors to the field, and starts what is done again and again. @returns ends it */
  const openLights = ({ inbox, link }: Pick<AtBroker, 'inbox' | 'link'>): (() => Promise<void>) => {
    lighting.start(inbox);
    hearPrograms(link, teller);
    openProgramDoor(inbox, reach);
    openGatewayDoors(inbox, overrides);
    const turns = every(
      TURN_MS,
      () => overrides.turn(),
      (error) => failed(error, 'lamp orders'),
    );
    const programs = every(
      PROGRAM_TURN_MS,
      () => teller.turn(),
      (error) => failed(error, 'lighting programmes'),
    );
    const reaching = every(
      REACH_TURN_MS,
      async () => reach.show(),
      (error) => failed(error, 'lighting programmes'),
    );
    const counting = every(
      ENERGY_TURN_MS,
      () => {
        conversions.turn(now());
        return energy.turn();
      },
      (error) => failed(error, 'energy'),
    );
    const looks = every(
      FAULTS_EVERY_MS,
      () => board.look(now()),
      (error) => failed(error, 'list of lamp faults'),
    );
    const noting = every(
      HISTORY_TURN_MS,
      () => history.turn(),
      (error) => failed(error, 'lamp history'),
    );
    const ending = new AbortController();
    const thinning = every(
      HISTORY_THIN_MS,
      () => history.thin(ending.signal),
      (error) => failed(error, 'lamp history'),
    );
    return async () => {
      ending.abort();
      lighting.stop();
      await noting();
      await thinning();
      await history.stop().catch((error) => failed(error, 'lamp history'));
      await looks();
      await turns();
      await programs();
      await reaching();
      await counting();
      await energy.stop().catch((error) => failed(error, 'energy'));
    };
  };
  /** What the broker had retained is in. */
  const settled = (): void => {
    isHeard = true;
    lighting.settled();
    teller.settled();
    board.settled();
    history.settled();
  };
  conversions.show(dictionaries, now());
  showDistricts(data, { dictionaries, streets, cabinets, crossings });
  const live = new LiveInventory({
    store,
    dictionaries,
    streets,
    cabinets,
    crossings,
    refit: async (inventory, redrawn) => {
      const drawn = inventory.streets.flatMap(({ features }) => features);
      if (redrawn) ground = streetFacts(drawn);
      await setImmediate();
      // Also where no street is another one: which lamp is the nearest to a crossing changes with the lamps.
      const facts = withCrossings(ground, lightOf(inventory.crossings, inventory.dictionaries));
      const goOver = [
        await lighting.refit(inventory.dictionaries),
        await energy.refit(inventory.dictionaries),
        await plans.refit(inventory.dictionaries, facts),
      ];
      return async () => {
        // In one go: who looks at lamps by their place in a district must find all of these alike.
        for (const go of goOver) go();
        const gone = standing;
        standing = inventory.dictionaries;
        // Whoever waits has a turn before seats are told.
        await setImmediate();
        if (redrawn) board.refit(drawn);
        conversions.show(inventory.dictionaries, now());
        showDistricts(data, inventory, gone);
      };
    },
  });
  return {
    lighting,
    overrides,
    history,
    faults,
    plans,
    live,
    openLights,
    settled,
    lost: () => teller.lost(),
  };
}

const lightOf = (crossings: readonly Crossing[], dictionaries: readonly Dictionary[]): CrossingLight =>
  crossingLight(
    crossings,
    dictionaries.flatMap(({ lamps }) => lamps.flatMap((lamp) => (lamp === null ? [] : [lamp.position]))),
  );
