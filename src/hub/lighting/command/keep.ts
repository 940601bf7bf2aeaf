import type { Instant } from '../../../shared/wire/time.ts';
import type { RoomData } from '../../edge/room-data.ts';
import { journalize } from '../../journal/journalize.ts';
import type { Store } from '../../store/store.ts';
import type { Unit } from '../../store/unit.ts';
import { readTicket } from '../../tickets/read.ts';
import { record } from '../../tickets/record.ts';
import { dropOverride, writeTrack } from './file.ts';
import type { Told, Track } from './model.ts';
import { writePreemptions } from './preemption-file.ts';
import type { KeptPreemption } from './preemptions.ts';
import { eventFacts } from './tell.ts';

interface News {
  readonly changed: readonly Track[];
  readonly over: readonly Track[];
  readonly told: readonly Told[];
  readonly preempted: readonly KeptPreemption[];
}

/** Writes how overrides stand, and what is to be told of them, at once. @throws StorageError */
export const keepTracks = (
  store: Store,
  { changed, over, told, preempted }: News,
  at: Instant,
  data: Pick<RoomData, 'put'>,
): Promise<void> =>
  store.write(async (unit) => {
    for (const one of told) await tell(unit, one, at);
    await writePreemptions(unit, preempted, data);
    for (const track of changed)
      await (over.includes(track) ? dropOverride(unit.tx, track.order.id) : writeTrack(unit.tx, track));
  });

async function tell(unit: Unit, { track, type, taken, counting }: Told, at: Instant): Promise<void> {
  const { id, ticket: about } = track.order;
  const light = {
    ...eventFacts(track, type === 'lamp.observed'),
    ...(taken ? { taken } : {}),
    ...(counting === undefined ? {} : { counting }),
  };
  const { observed, lamps } = light;
  const payload = { lamps, ...(observed === undefined ? {} : { observed }) };
  await journalize(unit, { at, action: type, target: `override:${id}`, payload });
  const ticket = about === undefined ? undefined : await readTicket(unit.tx, about);
  if (ticket === undefined) return;
  await record(
    unit,
    ticket.id,
    ticket,
    { ok: true, type, version: ticket.version, patch: {}, light },
    { at },
  );
}
