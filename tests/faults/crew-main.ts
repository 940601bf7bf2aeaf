import { setTimeout as wait } from 'node:timers/promises';
import { type Chance, chance } from '../../src/city/plan/seeded-chance.ts';
import { SeatConfig } from '../../src/node/config/seat.ts';
import { createLog } from '../../src/node/log/log.ts';
import { startEngine } from '../../src/seat/engine.ts';
import type { Handlers } from '../../src/seat/port/port.ts';
import type { Alert } from '../../src/shared/ipc/model.ts';
import type { PublishedProcedure } from '../../src/shared/procedure/model.ts';
import type { Shift } from '../../src/shared/shift/model.ts';
import type { RoomKind } from '../../src/shared/wire/room-data.ts';
import type { Instant } from '../../src/shared/wire/time.ts';
import type { CrewSeat, CrewStart, FromCrew, SeatWord, Stand, ToCrew } from './crew-messages.ts';
import { digest } from './digest.ts';
import { nextDeed, type Shown } from './operator.ts';

/**
 * A process of several seats, each a whole engine on files of its own, with an operator at it: what a test kills. What
 * it keeps is told to its parent after it is on disk; what it lets go of, before: a kill in between leaves nobody in
 * doubt whether a row that is not there was lost.
 */
const start = JSON.parse(process.argv[2]!) as CrewStart;
const tell = (message: FromCrew): void => void process.send?.(message);
const trouble = (line: string) => tell({ type: 'trouble', line });
process.on('uncaughtException', (error) => trouble(String(error.stack)));
process.on('unhandledRejection', (error) => trouble(String((error as Error)?.stack ?? error)));

let working = false;
const log = createLog({ name: 'seat', level: 'error', readable: false, write: trouble });

class Seat {
  readonly #own: CrewSeat;
  readonly #chance: Chance;
  readonly #handlers: Handlers;
  #turn = 0;
  /** when it last told of a restored store */
  #restored: Instant | undefined;
  aheadMs: number;

  constructor(own: CrewSeat) {
    this.#own = own;
    this.aheadMs = own.aheadMs;
    this.#chance = chance(start.seed, `${own.seat} ${start.life}`);
    const { seat, brokerUrl, username, passwordFile, folder } = own;
    const engine = startEngine({
      config: SeatConfig.parse({ seat, brokers: [brokerUrl], username, passwordFile, keepaliveSeconds: 3 }),
      folder,
      version: 'test',
      log,
      push: (name, payload) => {
        if (name !== 'alerts') return;
        const restored = (payload as Alert[]).find(({ kind }) => kind === 'hub-restored')?.since;
        // It stands for half an hour, beside others that come and go.
        if (restored !== undefined && restored !== this.#restored) tell({ type: 'restored', seat });
        this.#restored = restored;
      },
      onDiskBack: () => {},
      onDamaged: (damage) => trouble(String(damage)),
      now: () => Date.now() + this.aheadMs,
    });
    this.#handlers = engine.handlers;
  }

  get id(): string {
    return this.#own.seat;
  }

  /** Works until the process ends. */
  async operate(): Promise<void> {
    for (;;) {
      await wait(-Math.log(1 - this.#chance.float()) * start.thinkMs);
      if (working) await this.#act();
    }
  }

  async #act(): Promise<void> {
    const { seat, people } = this.#own;
    const person = this.#handlers['session.view'](undefined);
    const session = (await person).session;
    if (session === undefined) {
      const next = people[this.#turn++ % people.length]!;
      await this.#handlers['session.open']({ person: next.id, proof: '' });
      return;
    }
    const self = {
      person: session.person.id,
      supervises: session.role === 'supervisor',
      colleagues: start.people,
    };
    const deed = nextDeed(this.#chance, await this.#shown(), self);
    if (deed === 'signOut') return void (await this.#handlers['session.close'](undefined));
    if ('dismiss' in deed) {
      tell({ type: 'dismissing', seat, cmd: deed.dismiss });
      await this.#handlers['desk.dismiss']({ cmd: deed.dismiss });
      return;
    }
    const answer = await this.#handlers['desk.act'](deed);
    const { op, ticket, args } = deed;
    if (answer.kind === 'kept')
      tell({
        type: 'kept',
        seat,
        cmd: answer.cmd,
        op,
        target: ticket,
        ...(op === 'ticket.note' ? { text: String(args.text) } : {}),
        ...(op === 'ticket.note' && args.to !== undefined ? { to: String(args.to) } : {}),
      });
    else if (answer.kind !== 'refused' || answer.why !== 'no-session')
      trouble(`${seat}: ${op} was not kept: ${JSON.stringify(answer)}`);
  }

  async #shown(): Promise<Shown> {
    const { tickets, outbox } = await this.#handlers['desk.snapshot'](undefined);
    const data = await this.#handlers['room.data'](undefined);
    const all = (of: RoomKind) => data.filter(({ kind }) => kind === of).flatMap(({ upserts }) => upserts);
    return {
      tickets,
      outbox,
      procedures: all('procedure') as PublishedProcedure[],
      shifts: all('shift') as Shift[],
      now: Date.now() + this.aheadMs,
    };
  }

  async stand(): Promise<Stand> {
    const { outbox, lastSeq } = await this.#handlers['desk.snapshot'](undefined);
    const { hub } = await this.#handlers['link.state'](undefined);
    const { session } = await this.#handlers['session.view'](undefined);
    // What is refused to somebody who sits here no more is on its way to the supervisors.
    const pending = outbox.filter(
      ({ state, person }) => state === 'pending' || state === 'sent' || person !== session?.person.id,
    ).length;
    return { seat: this.id, hub: hub.kind, pending, lastSeq };
  }

  async word(): Promise<SeatWord> {
    const { tickets, outbox } = await this.#handlers['desk.snapshot'](undefined);
    const { session } = await this.#handlers['session.view'](undefined);
    const events: number[] = [];
    for (const { id } of tickets)
      for (const { seq } of await this.#handlers['desk.timeline']({ ticket: id })) events.push(seq);
    return {
      ...(await this.stand()),
      tickets: Object.fromEntries(tickets.map((ticket) => [ticket.id, digest(ticket)])),
      events: events.sort((a, b) => a - b),
      listed: outbox.map(({ cmd, state, person, code, field }) => ({
        cmd,
        state,
        sits: person === session?.person.id,
        ...(code === undefined ? {} : { code }),
        ...(field === undefined ? {} : { field }),
      })),
    };
  }
}

const seats = start.seats.map((own) => new Seat(own));
process.on('message', async (message: ToCrew) => {
  if (message.type === 'work') working = message.on;
  else if (message.type === 'clock') {
    const seat = seats.find(({ id }) => id === message.seat);
    if (seat !== undefined) seat.aheadMs = message.aheadMs;
  } else if (message.type === 'stand') {
    tell({ type: 'stands', ask: message.ask, seats: await Promise.all(seats.map((seat) => seat.stand())) });
  } else
    tell({ type: 'words', ask: message.ask, seats: await Promise.all(seats.map((seat) => seat.word())) });
});
process.on('disconnect', () => process.exit(0));
tell({ type: 'ready' });
for (const seat of seats) void seat.operate();
