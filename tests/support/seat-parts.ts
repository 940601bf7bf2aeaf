import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../src/node/log/log.ts';
import { Alerts } from '../../src/seat/alerts.ts';
import { type Databases, openDatabases } from '../../src/seat/databases.ts';
import { Disk } from '../../src/seat/disk/disk.ts';
import { Correspondence } from '../../src/seat/link/correspondence.ts';
import { MqttRoom } from '../../src/seat/link/mqtt-room.ts';
import type { CommandReply } from '../../src/shared/wire/reply.ts';
import { MemoryLink } from './memory-link.ts';

/** When tests take place, where nothing else is said. */
export const NOON = Date.parse('2026-11-23T12:00:00.000Z');

/** What every part of the seat stands on, with real files in a folder of its own. */
export interface SeatParts {
  readonly folder: string;
  readonly databases: Databases;
  readonly alerts: Alerts;
  readonly disk: Disk;
  readonly link: MemoryLink;
  readonly room: MqttRoom;
  readonly letters: Correspondence;
  readonly strays: CommandReply[];
  /** errors that tell of a damaged file, thrown while a message was taken */
  readonly damages: readonly unknown[];
  /** ms since the epoch, moved by the test */
  clock: number;
  readonly now: () => number;
  /** Takes the disk's room away, or gives it back: a row longer than a page (4 KiB) then does not fit. */
  fill(full: boolean): void;
  /** How often each kind of bad input was counted: `topic reason field` → times. */
  rejected(): Record<string, number>;
  /** Closes and opens the files again, as a new engine would. */
  reopen(): void;
  dispose(): void;
}

export function seatParts(seat = 'seat-01'): SeatParts {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-seat-'));
  const link = new MemoryLink();
  const strays: CommandReply[] = [];
  let clock = NOON;
  const now = () => clock;
  const alerts = new Alerts(() => {}, now);
  const log = createLog({ name: 'test', level: 'silent' });
  const damages: unknown[] = [];
  const onDamaged = (error: unknown) => void damages.push(error);
  const room = new MqttRoom({ link, seat, instance: 'run-1', log, onDamaged, now });
  let databases = openDatabases(folder, alerts);
  let disk = new Disk(databases.desk, alerts);
  return {
    folder,
    link,
    strays,
    damages,
    now,
    alerts,
    room,
    letters: new Correspondence(room, (reply) => strays.push(reply)),
    get clock() {
      return clock;
    },
    set clock(ms) {
      clock = ms;
    },
    get databases() {
      return databases;
    },
    get disk() {
      return disk;
    },
    fill: (full) => {
      // A file may not grow beyond what it has: SQLite then answers as it does on a full disk.
      const pages = databases.desk.pragma('page_count', { simple: true }) as number;
      databases.desk.pragma(`max_page_count = ${full ? pages : 1_000_000}`);
      if (full) takeFreePages(databases);
    },
    rejected: () =>
      Object.fromEntries(
        room.input
          .snapshot()
          .kinds.map(({ class: kind, reason, count, last }) => [
            [kind, reason, last.field].filter((part) => part !== undefined).join(' '),
            count,
          ]),
      ),
    reopen: () => {
      databases.close();
      databases = openDatabases(folder, alerts);
      disk = new Disk(databases.desk, alerts);
    },
    dispose: () => {
      databases.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Takes what is free within the file, so that a row longer than a page does not fit. */
function takeFreePages({ desk }: Databases): void {
  const insert = desk.prepare('INSERT INTO pref (key, value) VALUES (?, ?)');
  try {
    for (;;) insert.run(randomUUID(), 'x'.repeat(4_096));
  } catch (error) {
    if (!String(error).includes('full')) throw error;
  }
}
