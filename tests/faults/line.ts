import { once } from 'node:events';
import { createConnection, createServer, type Socket } from 'node:net';
import type { Ending } from './plan.ts';

/** A way to the broker that can fail as networks do: without a word to either end. */
export interface Line {
  readonly url: string;
  /** Nothing passes in either direction, and neither end is told. */
  cutOff(): void;
  /** Ends `cutOff`: what was on its way arrives after all, or both ends are told that the connection is gone. */
  mend(how: Ending): void;
  /** One end is told that the connection is gone, the other waits on. */
  halfOpen(told: 'seat' | 'broker'): void;
  /** What comes from the broker trickles; without a number as fast as before. */
  slow(bytesPerMs?: number): void;
  close(): Promise<void>;
}

/** Lays a line from a new port to one of this machine. */
export async function layLine(target: number): Promise<Line> {
  const ends = new Set<Socket>();
  const pairs = new Map<Socket, Socket>();
  /** called while the line was cut off: nobody has answered yet */
  const unheard = new Set<Socket>();
  let isCut = false;
  let pace: number | undefined;

  const keep = (end: Socket) => {
    ends.add(end);
    end.setNoDelay(true);
    end.on('error', () => {}); // the close that follows says enough
    end.on('close', () => ends.delete(end));
  };
  const pass = (from: Socket, to: Socket, slowed: boolean) => {
    const goOn = () => isCut || from.resume();
    from.on('data', (chunk) => {
      const full = !to.write(chunk);
      const isSlow = slowed && pace !== undefined;
      if (full || isSlow) from.pause();
      if (isSlow) setTimeout(goOn, chunk.length / pace!);
    });
    to.on('drain', goOn);
  };
  const join = (near: Socket) => {
    const far = createConnection(target, '127.0.0.1');
    keep(far);
    pairs.set(near, far);
    pass(near, far, false);
    pass(far, near, true);
    // While the line is cut off the other end hears of nothing.
    near.on('close', () => isCut || far.destroy());
    far.on('close', () => isCut || near.destroy());
    near.on('close', () => isCut || pairs.delete(near));
  };
  const server = createServer((near) => {
    keep(near);
    if (!isCut) return join(near);
    near.pause();
    unheard.add(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };

  return {
    url: `mqtt://127.0.0.1:${port}`,
    cutOff() {
      isCut = true;
      for (const end of ends) end.pause();
    },
    mend(how) {
      isCut = false;
      for (const [near, far] of pairs) {
        if (how === 'resumes' && ends.has(near) && ends.has(far)) continue;
        pairs.delete(near);
        near.resetAndDestroy();
        far.resetAndDestroy();
      }
      for (const near of unheard) if (ends.has(near)) join(near);
      unheard.clear();
      for (const end of ends) end.resume();
    },
    halfOpen(told) {
      for (const [near, far] of pairs) {
        const [gone, waits] = told === 'seat' ? [near, far] : [far, near];
        for (const event of ['data', 'close', 'drain']) gone.removeAllListeners(event);
        waits.removeAllListeners('data');
        ends.delete(gone);
        pairs.delete(near);
        gone.resetAndDestroy();
      }
    },
    slow(bytesPerMs) {
      pace = bytesPerMs;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const end of ends) end.destroy();
      await closed;
    },
  };
}
