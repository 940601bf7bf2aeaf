import type { Base } from './base.ts';
import type { Desk } from './desk/desk.ts';
import type { AtBroker } from './edge/at-broker.ts';
import type { Standing } from './http/metrics.ts';
import type { HttpOptions } from './http/server.ts';
import type { JournalWatch } from './journal/watch.ts';
import type { Lighting } from './lighting/lighting.ts';
import type { LightingPlans } from './lighting/program/plans.ts';
import type { ProcedureShelf } from './procedures/shelf.ts';
import type { Readiness } from './readiness.ts';
import type { Relay } from './relay/relay.ts';
import type { StoreHealth } from './store/health.ts';

export interface StatusOf extends Pick<Base, 'store' | 'config' | 'now'> {
  readonly health: StoreHealth;
  readonly readiness: Readiness;
  readonly relay: Relay;
  readonly desk: Desk;
  readonly lighting: Lighting;
  readonly journals: JournalWatch;
  readonly procedures: ProcedureShelf;
  readonly plans: LightingPlans;
  readonly broker: () => AtBroker;
}

/** How the hub stands, as /health and /metrics tell it. */
export interface Status {
  readonly health: HttpOptions['health'];
  readonly standing: () => Standing;
}

export function statusOf(parts: StatusOf): Status {
  const { store, config, now, health, readiness, relay, desk, lighting, journals, broker } = parts;
  const { procedures, plans } = parts;
  const both = () => ({
    ready: readiness.now,
    seq: store.seq,
    relayed: relay.mark,
    lamps: lighting.lamps,
    proceduresRefused: procedures.counts.refused,
    lightingPlanFaults: plans.faults,
    programsWaiting: plans.programsWaiting,
  });
  return {
    health: () => ({
      ok: readiness.now && health.ok,
      facts: {
        hub: config.id,
        link: broker().link.state.kind,
        store: health.trouble ?? 'ok',
        epoch: store.epoch,
        rejected: broker().rejected(),
        ...both(),
      },
    }),
    standing: () => ({
      ...both(),
      storeOk: health.ok,
      linkUp: broker().link.state.kind === 'up',
      waiting: desk.waiting,
      journalsContradicting: journals.contradicting,
      journalEntriesMissing: journals.missing,
      floods: broker().inbox.floods(now()),
    }),
  };
}
