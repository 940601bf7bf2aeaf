import { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, ShellInfo } from '../../../shared/ipc/contract.ts';
import { readPref } from '../../lib/bridge/prefs.ts';
import type { Report } from '../../lib/notices/index.ts';
import { storeContext } from '../../lib/store/context.ts';

const Choices = z.object({
  locale: z.enum(['fr', 'en']),
  theme: z.enum(['night', 'day', 'system']),
  /** 0 … 1 */
  volume: z.number().min(0).max(1),
  /** a letter alone is a shortcut; else it wants Alt (WCAG 2.1.4) */
  letters: z.boolean().default(true),
  /** what draws the lamps of the map: what suits the seat best, or one of the two */
  painter: z.enum(['auto', 'splat', 'webgl']).default('auto'),
  /** layers of the map that are not shown */
  hiddenLayers: z.array(z.string().max(40)).max(40).default([]),
  /** whether the legend of the lighting workspace is open: where there is room, until somebody opens or closes it */
  legend: z.enum(['auto', 'open', 'closed']).default('auto'),
});
export type Choices = z.infer<typeof Choices>;

export interface Settings extends Choices {
  readonly choose: (choice: Partial<Choices>) => void;
  /** reads what an operator chose before; without one, the seat's own */
  readonly of: (person: string | undefined) => Promise<void>;
}

const key = (person: string | undefined) => `settings.${person ?? 'seat'}`.slice(0, 80);

/** Language, theme and sound: the seat's to begin with, then as each operator left them. */
export function createSettingsStore(bridge: Bridge, report: Report, info: ShellInfo): StoreApi<Settings> {
  let whose: string | undefined;
  const initial: Choices = {
    locale: info.locale,
    theme: info.theme,
    volume: 0.6,
    letters: true,
    painter: 'auto',
    hiddenLayers: [],
    legend: 'auto',
  };
  return createStore<Settings>((set, get) => ({
    ...initial,
    choose(choice) {
      set(choice);
      const value = Choices.parse(get());
      bridge.request('prefs.set', { key: key(whose), value }).catch((error) => report('prefs.set', error));
    },
    async of(person) {
      whose = person;
      try {
        const known = await readPref(bridge, key(person), (value) => Choices.safeParse(value).data);
        if (whose === person) set(known ?? initial);
      } catch (error) {
        report('prefs.get', error);
      }
    },
  }));
}

export const { Provider: SettingsProvider, useSelect: useSettings } = storeContext<Settings>('settings');
