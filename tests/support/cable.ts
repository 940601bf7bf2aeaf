import { once } from 'node:events';
import { createConnection, createServer, type Socket } from 'node:net';
import { freePort } from './free-port.ts';

/** The network cable of one seat: it can be pulled while everybody else stays connected. */
export interface Cable {
  /** what the seat takes for its broker */
  readonly url: string;
  unplug(): Promise<void>;
  plug(): Promise<void>;
}

/** Lays a cable to a port of this machine. */
export async function layCable(target: number): Promise<Cable> {
  const port = await freePort();
  const ends = new Set<Socket>();
  const server = createServer((seat) => {
    const broker = createConnection(target, '127.0.0.1');
    for (const [from, to] of [
      [seat, broker],
      [broker, seat],
    ] as const) {
      ends.add(from);
      from.pipe(to);
      from.on('error', () => {}); // the close that follows says enough
      from.on('close', () => {
        ends.delete(from);
        to.destroy();
      });
    }
  });
  const plug = async (): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await plug();
  return {
    url: `mqtt://127.0.0.1:${port}`,
    plug,
    async unplug() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      for (const end of ends) end.destroy();
      await closed;
    },
  };
}
