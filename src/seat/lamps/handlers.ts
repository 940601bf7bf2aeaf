import type { Asking } from '../link/ask-now.ts';
import type { PagesOn } from '../link/ask-pages.ts';
import type { Room } from '../link/room.ts';
import type { Handlers } from '../port/port.ts';
import type { CityLamps } from './city-lamps.ts';
import { commandLamps } from './command.ts';
import { askLampHistory } from './history.ts';

type LampHandlers = Pick<Handlers, Extract<keyof Handlers, `lamps.${string}`>>;

interface LampsOn {
  readonly lamps: CityLamps;
  readonly room: Room;
  readonly asking: Asking & PagesOn;
  /** resolves once the hub has answered what this seat has done on the ticket, or can't */
  readonly settled: (ticket: string) => Promise<void>;
}

/** What windows ask of lamps. */
export const lampHandlers = ({ lamps, room, asking, settled }: LampsOn): LampHandlers => ({
  'lamps.dictionary': () => lamps.dictionary(),
  'lamps.snapshot': () => lamps.table.snapshot(),
  'lamps.ages': () => lamps.ages(),
  'lamps.follow': ({ lamp }) => lamps.follow(lamp),
  'lamps.command': (wish) => commandLamps(wish, { ...asking, settled }),
  'lamps.history': (wish) => askLampHistory(wish, { ...asking, room, table: lamps.table }),
});
