import type {
  Bridge,
  PushName,
  PushPayload,
  RequestInput,
  RequestName,
  RequestOutput,
} from '../../src/shared/ipc/contract.ts';

type Answers = {
  [N in RequestName]?: (input: RequestInput<N>) => RequestOutput<N> | Promise<RequestOutput<N>>;
};

/** A bridge inside one process: answers come from functions, pushes from the test. */
export interface MemoryBridge extends Bridge {
  push<N extends PushName>(name: N, payload: PushPayload<N>): void;
  /** inputs of all requests made so far, by name */
  readonly asked: Partial<Record<RequestName, unknown[]>>;
  /** listeners that have not let go */
  readonly listening: number;
}

/** @param answers a request without an answer is rejected, as main does when the engine is down */
export function memoryBridge(answers: Answers): MemoryBridge {
  const listeners = new Map<PushName, Set<(payload: never) => void>>();
  const asked: Partial<Record<RequestName, unknown[]>> = {};
  return {
    asked,
    get listening() {
      return [...listeners.values()].reduce((sum, set) => sum + set.size, 0);
    },
    async request<N extends RequestName>(name: N, input: RequestInput<N>): Promise<RequestOutput<N>> {
      const before = asked[name] ?? [];
      asked[name] = [...before, input];
      const answer = answers[name] as ((input: RequestInput<N>) => RequestOutput<N>) | undefined;
      if (answer === undefined) throw new Error(`no answer to ${name}`);
      return answer(input);
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      set.add(listener as (payload: never) => void);
      listeners.set(name, set);
      return () => void set.delete(listener as (payload: never) => void);
    },
    push(name, payload) {
      for (const listener of listeners.get(name) ?? []) listener(payload as never);
    },
  };
}
