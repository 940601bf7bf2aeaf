import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { seatParts } from '../../../tests/support/seat-parts.ts';
import { SmallHub } from '../../../tests/support/small-hub.ts';
import { topics } from '../../shared/wire/topic.ts';
import { Desk } from './desk.ts';
import { TicketStore } from './ticket-store.ts';

const byId = (tickets: Iterable<{ id: string }>) => Object.fromEntries([...tickets].map((t) => [t.id, t]));

/** What the wire may do to an event, or to a page of an answer: nothing, lose it, repeat it, or bring it later. */
const fate = fc.constantFrom('comes', 'lost', 'twice', 'late');
const deeds = fc.array(fc.constantFrom('create', 'claim', 'note', 'close', 'reset'), {
  minLength: 1,
  maxLength: 30,
});

test('any loss, repetition and disorder of events and pages ends with the tickets of the hub', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, fc.infiniteStream(fate), async (work, fates) => {
      const own = seatParts();
      const room = new SmallHub(own.now);
      const store = new TicketStore(own.databases.desk, own.disk);
      const { link, letters, now } = own;
      const late: (() => void)[] = [];
      const next = () => fates.next().value ?? 'comes';
      const deliver = (topic: string, payload: unknown, how = next()) => {
        if (how === 'lost') return;
        if (how === 'late') late.push(() => link.say(topic, payload));
        else link.say(topic, payload);
        if (how === 'twice') link.say(topic, payload);
      };
      // A page that is lost would cost a real time-out; it comes twice instead.
      link.onPublish = ({ text }) => {
        for (const page of room.pages(JSON.parse(text)))
          deliver('room/v1/rsp/seat-01', page, next() === 'twice' ? 'twice' : 'comes');
      };
      const reader = new Desk({
        room: own.room,
        letters,
        store,
        onNews: () => {},
        onHead: () => {},
        onNewEpoch: () => {},
        onReread: () => {},
        now,
      });
      let last = '';
      for (const deed of work) {
        const from = room.log.length;
        if (deed === 'create' || last === '') last = room.create();
        else if (deed === 'note') room.do('ticket.note', last, { text: 'vu' });
        else if (deed === 'claim') room.do('ticket.claim', last);
        else if (deed === 'close') room.do('ticket.close', last, { outcome: 'done' });
        else {
          room.epoch = `${room.epoch}+`;
          room.log = room.log.map((event) => ({ ...event, epoch: room.epoch }));
        }
        for (const event of room.log.slice(from)) deliver(topics.event(), event);
        if (next() === 'comes') link.say(topics.head(), room.head());
        if (next() === 'late') for (const run of late.splice(0).reverse()) run();
      }
      for (const run of late.reverse()) run();
      link.say(topics.head(), room.head());
      await vi.waitFor(
        () => {
          expect(store.standing()).toMatchObject({ epoch: room.epoch, lastSeq: room.log.length });
          expect(store.all().length).toBeGreaterThan(0);
          expect(byId(store.all())).toEqual(byId(room.tickets.values()));
        },
        { interval: 1 },
      );
      // What is on disk is what is in memory.
      expect(byId(new TicketStore(own.databases.desk, own.disk).all())).toEqual(byId(store.all()));
      const [ticket] = store.all();
      expect(store.timeline(ticket!.id)).toEqual(room.log.filter(({ target }) => target.id === ticket!.id));
      reader.close();
      own.dispose();
    }),
    { numRuns: 40 },
  );
}, 30_000);
