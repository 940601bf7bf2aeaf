import { v7 } from 'uuid';
import type { TicketId } from '../../shared/ids.ts';
import type { HubConfig } from '../config.ts';
import type { RoomData } from '../edge/room-data.ts';
import { wordsIn } from '../intake/words.ts';
import { Switchboard, type SwitchboardOptions } from './switchboard.ts';
import type { CallContext } from './take.ts';

/** What calls go by, from the configuration. */
export const callContext = ({
  calls,
  locale,
  timeZone,
}: Pick<HubConfig, 'calls' | 'locale' | 'timeZone'>): CallContext => ({
  newTicket: () => v7() as TicketId,
  timeZone,
  words: wordsIn(locale),
  seatsOf: (line) => (line !== undefined && Object.hasOwn(calls.lines, line) ? calls.lines[line] : undefined),
});

type Open = Pick<SwitchboardOptions, 'store' | 'context' | 'order' | 'now'> & {
  readonly config: Pick<HubConfig, 'calls'>;
  readonly data: RoomData;
};

/** The switchboard, with what it shows among the room's data. @throws StorageError */
export const openSwitchboard = ({ config: { calls }, data, ...rest }: Open): Promise<Switchboard> =>
  Switchboard.create({
    ...rest,
    limits: { unanswered: calls.unansweredSeconds * 1_000, shown: calls.shownSeconds * 1_000 },
    show: (call) => data.put('call', call),
    hide: (id) => data.remove('call', id),
  });
