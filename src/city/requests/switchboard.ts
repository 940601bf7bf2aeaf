import type { Log } from '../../node/log/log.ts';
import type { Link } from '../../node/mqtt/link.ts';
import { Ack, TELEPHONY } from '../../shared/wire/intake.ts';
import { instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import { type CityClock, hourOf } from '../clock/city-clock.ts';
import { type Chance, chance } from '../plan/seeded-chance.ts';
import type { CityRequest, RequestAuthor } from './author.ts';
import { hourlyRate } from './request-kinds.ts';

const TICK_MS = 500;
/** A source sends again until it is answered. */
const RESEND_MS = 5_000;
/** What stands waiting when a shift begins can wait, but for the few that have only just come in. */
const CAN_WAIT = 3;
const JUST_IN = 3;
const SOURCES = { citizen: 'onDijon', fault: 'supervision', service: 'regulation', call: TELEPHONY } as const;

export interface SwitchboardOptions {
  readonly link: Link;
  readonly author: RequestAuthor;
  readonly clock: CityClock;
  readonly perDay: number;
  readonly backlog: number;
  readonly seed: number;
  readonly log: Log;
  readonly now: () => number;
}

interface Unanswered {
  readonly topic: string;
  readonly payload: string;
  sentAt: number;
}

/**
 * Telephony, the residents' application, devices and other services, as far as the hub sees of them: they say what has
 * happened, and again, until it is acknowledged.
 */
export class Switchboard {
  readonly #on: SwitchboardOptions;
  readonly #luck: Chance;
  readonly #unanswered = new Map<string, Unanswered>();
  readonly #timer: NodeJS.Timeout;
  readonly #unlisten: readonly (() => void)[];

  constructor(options: SwitchboardOptions) {
    this.#on = options;
    this.#luck = chance(options.seed, 'switchboard');
    this.#unlisten = Object.values(SOURCES).map((source) =>
      options.link.subscribe(topics.ack(source), { qos: 1 }, (_topic, payload) => this.#answered(payload)),
    );
    for (let left = options.backlog; left > 0; left--)
      this.#send(options.author.next(this.#hour(), left > JUST_IN ? CAN_WAIT : 1));
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  close(): void {
    clearInterval(this.#timer);
    for (const unlisten of this.#unlisten) unlisten();
  }

  #hour = (): number => hourOf(this.#on.clock.now(this.#on.now()));

  #tick(): void {
    const { author, perDay, clock, now } = this.#on;
    const expected = (hourlyRate(perDay, this.#hour()) / 3_600_000) * TICK_MS * clock.speed;
    for (let left = expected; left > 0; left--)
      if (this.#luck.happens(Math.min(1, left))) this.#send(author.next(this.#hour()));
    for (const waiting of this.#unanswered.values())
      if (now() - waiting.sentAt >= RESEND_MS) this.#publish(waiting);
  }

  #send(request: CityRequest): void {
    const { topic, payload } = this.#message(request);
    const waiting: Unanswered = { topic, payload: JSON.stringify(payload), sentAt: 0 };
    this.#unanswered.set(request.sourceId, waiting);
    this.#publish(waiting);
  }

  #message({ by, sourceId, report }: CityRequest): { readonly topic: string; readonly payload: object } {
    const at = instant(this.#on.now());
    if (by === 'call') {
      const call = { v: 1, callId: sourceId, status: 'ringing', at, transfer: report };
      const number = report.caller?.number;
      return { topic: topics.call(sourceId), payload: number === undefined ? call : { ...call, number } };
    }
    if (by === 'citizen')
      return { topic: topics.intake(SOURCES.citizen), payload: { v: 1, sourceId, at, report } };
    const sensed = report.kind === 'flood' || report.kind === 'intrusion';
    const kind = sensed ? report.kind : by === 'fault' ? 'fault' : 'other';
    return {
      topic: topics.cityEvent(),
      payload: { v: 1, source: SOURCES[by], sourceId, kind, at, report },
    };
  }

  #publish(waiting: Unanswered): void {
    waiting.sentAt = this.#on.now();
    void this.#on.link.publish(waiting.topic, waiting.payload, { qos: 1 });
  }

  #answered(payload: Uint8Array): void {
    const { sourceId, ok, code, answer } = Ack.parse(JSON.parse(new TextDecoder().decode(payload)));
    if (answer !== undefined) this.#on.log.info({ sourceId, answer }, 'the resident reads an answer');
    if (!ok) this.#on.log.warn({ sourceId, code }, 'a request was refused');
    this.#unanswered.delete(sourceId);
  }
}
