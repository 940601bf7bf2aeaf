import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../../shared/ipc/contract.ts';
import type { Alert, EngineState } from '../../../shared/ipc/model.ts';
import { follow } from '../../lib/bridge/feed.ts';
import type { Report } from '../../lib/notices/index.ts';
import { storeContext } from '../../lib/store/context.ts';

/** How the seat itself is: its engine, and what is wrong with its disk, files or configuration. */
export interface Health {
  readonly engine: EngineState;
  readonly alerts: readonly Alert[];
}

export function createHealthStore(
  bridge: Bridge,
  report: Report,
): { readonly store: StoreApi<Health>; readonly stop: () => void } {
  const store = createStore<Health>(() => ({ engine: { kind: 'starting' }, alerts: [] }));
  const engine = (state: EngineState) => store.setState({ engine: state });
  const alerts = (list: readonly Alert[]) => store.setState({ alerts: list });
  const stops = [
    follow(bridge, report, { read: 'engine.state', on: 'engine.state', whole: engine, change: engine }),
    follow(bridge, report, { read: 'alerts.list', on: 'alerts', whole: alerts, change: alerts }),
  ];
  return { store, stop: () => stops.forEach((stop) => void stop()) };
}

export const { Provider: HealthProvider, useSelect: useHealth } = storeContext<Health>('health');
