import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../../shared/ipc/contract.ts';

/** What a notice is about, where it is about something. */
export interface About {
  /** names what it says, so that it can be withdrawn when that holds no more, and is not said twice */
  readonly subject?: string;
  /** the ticket to open, and how that is called aloud */
  readonly ticket?: string;
  readonly ref?: string;
  /** what went well, or is only to be known: nobody has to see to anything. It warns of nothing where this is said */
  readonly calm?: 'done' | 'news';
}
export interface Notice extends About {
  readonly id: number;
  readonly text: string;
  /** ms since the epoch */
  readonly at: number;
}
export interface Notices {
  /** oldest first */
  readonly list: readonly Notice[];
  readonly show: (text: string, about?: About) => void;
  /** what it said holds no more */
  readonly withdraw: (subject: string) => void;
  /** what it said holds in part only: it stands in its place in other words; nothing where it has gone */
  readonly reword: (subject: string, text: string, about?: About) => void;
  readonly dismiss: (id: number) => void;
  /** said beside what failed, for a moment: nothing is lost with it */
  readonly hint: string | undefined;
  readonly showHint: (text: string) => void;
}

/** As long as one reads two lines, ms. */
const HINT_MS = 8_000;
/** Beyond these the oldest go: a night of failures must not fill the memory. */
const MOST = 50;

/** What must be seen: until it is dismissed, or holds no more. @param now ms since the epoch */
export function createNotices(now: () => number = Date.now): StoreApi<Notices> {
  let made = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return createStore<Notices>((set) => ({
    list: [],
    show: (text, about = {}) =>
      set(({ list }) => {
        const same = (one: Notice) =>
          about.subject === undefined ? one.text === text : one.subject === about.subject;
        const others = list.filter((one) => !same(one));
        return { list: [...others, { ...about, id: ++made, text, at: now() }].slice(-MOST) };
      }),
    withdraw: (subject) =>
      set(({ list }) =>
        list.some((one) => one.subject === subject)
          ? { list: list.filter((one) => one.subject !== subject) }
          : {},
      ),
    reword: (subject, text, about = {}) =>
      set(({ list }) => ({
        list: list.map((one) => (one.subject === subject ? { ...one, ...about, subject, text } : one)),
      })),
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
