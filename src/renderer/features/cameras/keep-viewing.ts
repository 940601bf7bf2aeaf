import type { ViewAnswer } from '../../../shared/ipc/model.ts';
import { millis } from '../../../shared/wire/time.ts';

/** Asked, and what was answered. */
export type View = { readonly kind: 'asking' } | ViewAnswer;

/** How long before a grant runs out it is asked for again: longer than the seat may take to answer. */
const AHEAD_MS = 5_000;
/** Never asked again sooner, whatever the clocks of hub and seat say; also after a failure. */
const LEAST_MS = 10_000;

export interface ViewingOptions {
  readonly ask: () => Promise<ViewAnswer>;
  readonly onView: (view: View) => void;
  /** the question itself failed; told once until one is answered again */
  readonly onFailed: (error: unknown) => void;
  readonly now: () => number;
}

export interface Viewing {
  /** Whether somebody sees it: what nobody sees is not asked for again, and no time of it goes to the journal. */
  readonly show: (shown: boolean) => void;
  readonly end: () => void;
}

/**
 * Asks to watch, and again each time before the grant runs out: a viewing lasts no longer than the last yes.
 * A no stays. Where the question fails nothing plays, and it is asked again. Hidden it is asked once it is seen again.
 */
export function keepViewing({ ask, onView, onFailed, now }: ViewingOptions): Viewing {
  let ended = false;
  let hidden = false;
  let due = false;
  let failing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = (ms: number) => {
    timer = setTimeout(() => {
      if (hidden) due = true;
      else void once();
    }, ms);
  };
  const once = async (): Promise<void> => {
    try {
      const answer = await ask();
      if (ended) return;
      failing = false;
      onView(answer);
      if (answer.kind === 'granted') again(Math.max(LEAST_MS, millis(answer.until) - now() - AHEAD_MS));
    } catch (error) {
      if (ended) return;
      onView({ kind: 'asking' });
      if (!failing) onFailed(error);
      failing = true;
      again(LEAST_MS);
    }
  };
  const start = () => {
    onView({ kind: 'asking' });
    void once();
  };
  start();
  return {
    show(shown) {
      hidden = !shown;
      if (hidden || !due) return;
      due = false;
      start();
    },
    end() {
      ended = true;
      clearTimeout(timer);
    },
  };
}
