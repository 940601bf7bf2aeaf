import { useEffect, useRef, useState } from 'react';
import type { CommandId } from '../../../shared/ids.ts';
import type { LightingPlan } from '../../../shared/lighting/model.ts';
import { useMe } from '../session/index.ts';
import { Draft, draftOf, fieldChanged } from './draft.ts';
import { useKept } from './use-kept.ts';

const KEY = 'lightingPlan.draft';
/** Changes of one field that follow each other so soon are one: a word is not taken back letter by letter. */
const ONE_GO_MS = 1_000;
/** So many changes can be taken back, one after the other. */
const MOST_STEPS = 100;

export interface WrittenPlan {
  readonly draft: Draft | undefined;
  /** begins anew from a plan; what was written before can be taken back to */
  readonly begin: (plan: LightingPlan) => void;
  readonly change: (plan: LightingPlan) => void;
  /** the same plan, on another version */
  readonly rebase: (base: number) => void;
  /** takes the latest change back; undefined where there is none */
  readonly undo: (() => void) | undefined;
  /** thrown away, which can be taken back */
  readonly drop: () => void;
  /**
   * Sends it by a command that is on the disk before, so that what comes of it is known as one's own.
   * @returns what `run` does
   */
  readonly send: <T>(cmd: CommandId, run: () => Promise<T>) => Promise<T>;
  /** it was sent, and its answer is awaited */
  readonly isSending: boolean;
  /** it is what is in force by now: there is nothing left to go on with, or to go back to */
  readonly published: () => void;
}

/** The draft of who sits here: on the seat's disk until it is published or thrown away. */
export function useDraft(): WrittenPlan {
  const person = useMe()?.id;
  const [draft, keep] = useKept<Draft>(KEY, Draft);
  const [past, setPast] = useState<readonly (Draft | undefined)[]>([]);
  const [isSending, setSending] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person has nothing to take back
  useEffect(() => setPast([]), [person]);
  const latest = useRef({ at: Number.NEGATIVE_INFINITY, field: '' });
  const go = (next: Draft | undefined, field = '') => {
    const at = performance.now();
    const isSame = field !== '' && field === latest.current.field && at - latest.current.at < ONE_GO_MS;
    latest.current = { at, field };
    if (!isSame) setPast((before) => [...before, draft].slice(-MOST_STEPS));
    void keep(next);
  };
  return {
    draft,
    begin: (plan) => go(draftOf(plan)),
    change: (plan) => draft && go({ ...draft, plan }, fieldChanged(draft.plan, plan)),
    rebase: (base) =>
      draft && go({ ...draftOf(draft.plan), base, plan: { ...draft.plan, version: base + 1 } }),
    undo:
      past.length === 0
        ? undefined
        : () => {
            latest.current = { at: Number.NEGATIVE_INFINITY, field: '' };
            const before = past.at(-1);
            void keep(before && { ...before, sent: draft?.sent ?? before.sent });
            setPast(past.slice(0, -1));
          },
    drop: () => go(undefined),
    published: () => {
      setPast([]);
      void keep(undefined);
    },
    isSending,
    send: async (cmd, run) => {
      setSending(true);
      try {
        if (draft !== undefined) await keep({ ...draft, sent: [...draft.sent, cmd] });
        return await run();
      } finally {
        setSending(false);
      }
    },
  };
}
