import { setImmediate } from 'node:timers/promises';
import { inflateRawSync } from 'node:zlib';
import type { RequestInput } from '../../shared/ipc/contract.ts';
import type { HourOfLamps, LampHistoryAnswer } from '../../shared/ipc/lamp-history.ts';
import { readBlock } from '../../shared/lamp/history/pack.ts';
import type { LampHour } from '../../shared/wire/lamp-history.ts';
import { instant, millis } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import { askPages, type PagesOn } from '../link/ask-pages.ts';
import type { Room } from '../link/room.ts';
import type { CityTable } from './city-table.ts';

/** A night is answered within a second; before it others may be answered. */
const TIMEOUT_MS = 15_000;
/** A district of 65,535 lamps that all change each minute is less. */
const MOST_BYTES = 32 * 1024 * 1024;

export interface LampHistoryOptions extends PagesOn {
  readonly room: Room;
  readonly table: Pick<CityTable, 'district'>;
}

/** Asks the hub how lamps were: a seat keeps nothing of the past. */
export async function askLampHistory(
  { from, to, district }: RequestInput<'lamps.history'>,
  on: LampHistoryOptions,
): Promise<LampHistoryAnswer> {
  const what = { from: instant(from), to: instant(to), ...(district && { district }) };
  const heard = await askPages<'lampHistory'>({ type: 'lampHistory', ...what }, TIMEOUT_MS, on);
  if (heard.kind !== 'found') return heard;
  const { pages } = heard;
  const all = pages.flatMap((page) => page.hours);
  const hours: HourOfLamps[] = [];
  for (const hour of all) {
    const read = readHour(hour, on);
    if (read !== undefined) hours.push(read);
    // A night is many: what comes meanwhile has its turn.
    await setImmediate();
  }
  const passages = pages.flatMap((page) => page.passages);
  return { kind: 'found', hours, passages, unread: all.length - hours.length };
}

function readHour(
  { district, at, bytes }: LampHour,
  { room, table }: LampHistoryOptions,
): HourOfLamps | undefined {
  const slot = table.district(district)?.slot;
  if (slot === undefined) return undefined;
  try {
    const raw = inflateRawSync(Buffer.from(bytes, 'base64'), { maxOutputLength: MOST_BYTES });
    if (readBlock(raw).from !== millis(at)) throw new RangeError('another hour than it says');
    return { slot, bytes: Uint8Array.from(raw) };
  } catch (error) {
    room.reject(
      topics.reply(room.seat),
      'schema',
      `history of lamps: ${(error as Error).message}`,
      'hours.bytes',
    );
    return undefined;
  }
}
