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

/**
 * Asks to watch, and again each time before the grant runs out: a viewing lasts no longer than the last yes.
 * A no stays. Where the question fails nothing plays, and it is asked again.
 * @returns ends it
 */
export function keepViewing({ ask, onView, onFailed, now }: ViewingOptions): () => void {
  let ended = false;
  let failing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = (ms: number) => {
    timer = setTimeout(() => void once(), ms);
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
  onView({ kind: 'asking' });
  void once();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
