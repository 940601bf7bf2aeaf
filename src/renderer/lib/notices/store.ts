import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../../shared/ipc/contract.ts';

export interface Notice {
  readonly id: number;
  readonly text: string;
}
export interface Notices {
  readonly list: readonly Notice[];
  readonly show: (text: string) => void;
  readonly dismiss: (id: number) => void;
  /** said beside what failed, for a moment: nothing is lost with it */
  readonly hint: string | undefined;
  readonly showHint: (text: string) => void;
}

const MOST = 5;
/** As long as one reads two lines, ms. */
const HINT_MS = 8_000;

/** What went wrong and must be seen: newest last, a handful at most, each until it is dismissed. */
export function createNotices(): StoreApi<Notices> {
  let made = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return createStore<Notices>((set) => ({
    list: [],
    show: (text) =>
      set(({ list }) =>
        list.some((notice) => notice.text === text)
          ? {}
          : { list: [...list, { id: ++made, text }].slice(-MOST) },
      ),
    dismiss: (id) => set(({ list }) => ({ list: list.filter((notice) => notice.id !== id) })),
    hint: undefined,
    showHint(hint) {
      clearTimeout(timer);
      timer = setTimeout(() => set({ hint: undefined }), HINT_MS);
      set({ hint });
    },
  }));
}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Shows a failure and has it counted in diagnostics; never throws itself. */
export type Report = (topic: string, error: unknown) => void;

/** @param say the sentence an operator reads, made from the reason */
export function createReport(
  bridge: Bridge,
  notices: StoreApi<Notices>,
  say: (reason: string) => string,
): Report {
  return (topic, error) => {
    const reason = words(error).slice(0, 500);
    notices.getState().show(say(reason));
    // Where even that request fails the notice stands: there is nobody left to tell.
    bridge.request('diagnostics.report', { topic: topic.slice(0, 200), reason }).catch(() => undefined);
  };
}
