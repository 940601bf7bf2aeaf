import type { AlarmId } from '../shared/ids.ts';
import { AlarmBoard } from './alarms/alarm-board.ts';
import { AlarmKeeper } from './alarms/keeper.ts';
import type { CallContext } from './calls/take.ts';
import type { HubConfig } from './config.ts';
import type { RoomData } from './edge/room-data.ts';
import { LampFaultDesk } from './intake/lamp-faults.ts';
import type { FaultGroups } from './lighting/fault-groups.ts';
import type { LastingFault } from './lighting/lasting-fault.ts';
import type { Lighting } from './lighting/lighting.ts';
import type { Store } from './store/store.ts';

export interface FaultOptions {
  readonly store: Store;
  readonly data: RoomData;
  readonly config: HubConfig;
  readonly groups: Pick<FaultGroups, 'take'>;
  readonly lighting: Pick<Lighting, 'extentOf'>;
  /** what tickets are opened by, and the words that they say */
  readonly context: CallContext;
  readonly committed: () => void;
  readonly failed: (error: unknown, what: string) => void;
}

/** From lamps that fail to tickets and alarms. */
export interface Faults {
  /** names an alarm that a transaction changes */
  readonly touched: (id: AlarmId) => void;
  /** something has been committed: alarms that it changed are shown */
  readonly show: () => void;
  /** To be called every second, one call at a time. @returns how many tickets were opened @throws StorageError */
  readonly look: (now: number) => Promise<number>;
}

/** @throws StorageError */
export async function openFaults(options: FaultOptions): Promise<Faults> {
  const { store, data, config, groups, lighting, context, committed, failed } = options;
  const board = new AlarmBoard(store, {
    put: (alarm) => data.put('alarm', alarm),
    remove: (id) => data.remove('alarm', id),
  });
  await board.begin();
  const touched = (id: AlarmId) => board.touch(id);
  const alarms = new AlarmKeeper(touched, config.alarms.shelfMinutes);
  const extentOf = (fault: LastingFault) => lighting.extentOf(fault);
  const desk = new LampFaultDesk({
    store,
    groups,
    alarms,
    extentOf,
    context,
    words: context.words,
    committed,
  });
  return {
    touched,
    show: () => void board.show().catch((error: unknown) => failed(error, 'alarms')),
    look: async (now) => {
      const opened = await desk.look(now);
      await alarms.look(store, now);
      await board.show();
      return opened;
    },
  };
}
