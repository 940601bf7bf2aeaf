import { setTimeout as wait } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import type { BlobReply, BlobRequest } from '../../shared/wire/blob.ts';
import type { Correspondence } from '../link/correspondence.ts';

/** As long as a piece may take on a slow line, there and back. */
const ANSWER_MS = 20_000;
/** Between two pieces: the line is for commands, and the hub takes 20 pieces a second of one seat. */
const GAP_MS = 60;

type Letter<R> = R extends BlobRequest ? Omit<R, 'v' | 'blob'> : never;

/** The one way of this seat's pieces: one is under way, whichever way it goes, so that nothing else waits behind many. */
export class PiecesLine {
  readonly #letters: Pick<Correspondence, 'ask'>;
  readonly #gapMs: number;
  #last: Promise<unknown> = Promise.resolve();

  constructor(letters: Pick<Correspondence, 'ask'>, gapMs = GAP_MS) {
    this.#letters = letters;
    this.#gapMs = gapMs;
  }

  /** @returns undefined where the hub did not answer, or has no time now */
  ask(letter: Letter<BlobRequest>): Promise<BlobReply | undefined> {
    const answer = this.#last.then(() => this.#ask(letter));
    this.#last = answer.then(() => wait(this.#gapMs, undefined, { ref: false }));
    return answer;
  }

  async #ask(letter: Letter<BlobRequest>): Promise<BlobReply | undefined> {
    const blob = uuid();
    const answer = await this.#letters.ask('blob', blob, { v: 1, blob, ...letter }, ANSWER_MS);
    return answer !== undefined && 'blob' in answer && answer.code !== 'RETRY' ? answer : undefined;
  }
}
