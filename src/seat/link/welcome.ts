/** Between two attempts to tell a hub that is there but does not answer. */
const RETRY_MS = 2_000;

export interface WelcomeOptions {
  readonly hubUp: () => boolean;
  /** nothing is to be sent before sessions are known */
  readonly pause: () => void;
  /** tells the hub this seat's sessions; false where it did not answer */
  readonly introduce: () => Promise<boolean>;
  /** commands may go, and whatever else has waited for the hub */
  readonly resume: () => void;
}

/**
 * What happens when the hub is there, or there again: first it hears of the sessions that it doesn't know, then
 * commands follow. It is asked until it answers or is gone.
 */
export class Welcome {
  readonly #on: WelcomeOptions;
  #turn = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: WelcomeOptions) {
    this.#on = options;
  }

  /** The hub is there, or has started anew, or has something new to hear. */
  begin(): void {
    this.#on.pause();
    void this.#try(this.#next());
  }

  /** The hub is gone. */
  stop(): void {
    this.#next();
    this.#on.pause();
  }

  close(): void {
    this.#next();
  }

  #next(): number {
    clearTimeout(this.#timer);
    this.#turn += 1;
    return this.#turn;
  }

  async #try(turn: number): Promise<void> {
    const told = await this.#on.introduce();
    if (turn !== this.#turn || !this.#on.hubUp()) return;
    if (told) this.#on.resume();
    else this.#timer = setTimeout(() => void this.#try(turn), RETRY_MS);
  }
}
