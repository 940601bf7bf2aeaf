import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Link } from '../node/mqtt/link.ts';
import type { InputCounter } from '../shared/input-counter.ts';
import type { Diagnostics, RejectReason } from '../shared/ipc/model.ts';
import { instant } from '../shared/wire/time.ts';
import type { TicketDesk } from './desk/ticket-desk.ts';
import type { CityLamps } from './lamps/city-lamps.ts';

export interface DiagnosticsOptions {
  readonly seat: string;
  readonly version: string;
  readonly startedAt: number;
  readonly folder: string;
  readonly link: Link;
  readonly input: InputCounter<RejectReason>;
  readonly lamps: CityLamps;
  readonly desk: TicketDesk;
  /** what is wrong with a file now, in words for IT */
  readonly troubleOf: (file: string) => string | undefined;
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Counters for the diagnostics page; samples of rejected input are named by topic and field, never quoted. */
export function readDiagnostics(on: DiagnosticsOptions): Diagnostics {
  const { received, sent } = on.link.counts();
  const sum = (tally: typeof received, of: 'messages' | 'bytes') =>
    Object.values(tally).reduce((total, traffic) => total + traffic[of], 0);
  return {
    seat: on.seat,
    version: on.version,
    startedAt: instant(on.startedAt),
    broker: on.link.state.broker,
    messagesIn: sum(received, 'messages'),
    bytesIn: sum(received, 'bytes'),
    messagesOut: sum(sent, 'messages'),
    lampsKnown: on.lamps.table.lampCount,
    lampChanges: on.lamps.batches,
    framesApplied: on.lamps.feed.counts.applied,
    framesDropped: on.lamps.feed.counts.dropped,
    framesMissed: on.lamps.feed.counts.missed,
    outboxPending: on.desk.pending,
    databases: ['desk.db', 'city.db'].map((file) => {
      const trouble = on.troubleOf(file);
      return { file, bytes: sizeOf(join(on.folder, file)), ...(trouble === undefined ? {} : { trouble }) };
    }),
    rejected: on.input.snapshot().kinds.map(({ class: kind, reason, count, last }) => ({
      topic: kind,
      lastTopic: last.topic,
      reason,
      count,
      lastAt: instant(last.at),
      ...(last.field === undefined ? {} : { field: last.field }),
    })),
  };
}
