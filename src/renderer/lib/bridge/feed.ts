import type {
  Bridge,
  PushName,
  PushPayload,
  RequestName,
  RequestOutput,
} from '../../../shared/ipc/contract.ts';
import type { Report } from '../notices/index.ts';

interface Feed<R extends RequestName, P extends PushName> {
  /** asked at once, and again whenever the seat engine comes up */
  readonly read: R;
  /** followed from then on */
  readonly on: P;
  readonly whole: (answer: RequestOutput<R>) => void;
  readonly change: (payload: PushPayload<P>) => void;
}

/**
 * Keeps a store equal to what the seat knows: reads the whole, then follows the changes; changes that arrive
 * before the whole are applied after it. A restarted engine is read anew.
 * @returns stops it
 */
export function follow<R extends RequestName, P extends PushName>(
  bridge: Bridge,
  report: Report,
  feed: Feed<R, P>,
): () => void {
  let early: PushPayload<P>[] | undefined = [];
  let turn = 0;

  async function read(): Promise<void> {
    const mine = ++turn;
    early = [];
    try {
      const answer = await bridge.request(feed.read, undefined as never);
      if (mine !== turn) return;
      feed.whole(answer);
      for (const payload of early ?? []) feed.change(payload);
      early = undefined;
    } catch (error) {
      if (mine === turn) report(feed.read, error);
    }
  }

  let up = true;
  const stops = [
    bridge.on(feed.on, (payload) => (early === undefined ? feed.change(payload) : early.push(payload))),
    bridge.on('engine.state', (state) => {
      if (state.kind === 'up' && !up) void read();
      up = state.kind === 'up';
    }),
  ];
  void read();
  return () => {
    turn++;
    for (const stop of stops) stop();
  };
}
