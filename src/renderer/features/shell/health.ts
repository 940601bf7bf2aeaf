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

const OF_THE_DISK: readonly Alert['kind'][] = ['disk-full', 'read-only'];

/** Alerts as the operator reads them: a disk is told of once. Which files, and in what words, diagnostics say. */
export function toSay(alerts: readonly Alert[]): readonly Alert[] {
  const told = new Set<Alert['kind']>();
  return alerts.flatMap((alert) => {
    if (!OF_THE_DISK.includes(alert.kind)) return [alert];
    if (told.has(alert.kind)) return [];
    told.add(alert.kind);
    return [{ ...alert, detail: undefined }];
  });
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
