/**
 * The demo cameras alone, for trying a player or another console by hand:
 * `node src/city/cameras/main.ts [--folder DIR] [--host HOST] [--port PORT] [--control]`.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoCameras } from './catalogue.ts';
import { startCameraFarm } from './farm/farm.ts';
import { prepareLoops } from './loops/prepare.ts';

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: join(tmpdir(), 'vigie-cameras') },
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '8890' },
    control: { type: 'boolean', default: false },
  },
});
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  let told = -1;
  const loops = await prepareLoops({
    folder: values.folder,
    cameras: demoCameras,
    signal: stop.signal,
    onProgress: ({ done, total }) => {
      const tenth = Math.floor((10 * done) / total);
      if (tenth > told) say(`drawing the demo cameras: ${tenth * 10} %`);
      told = Math.max(told, tenth);
    },
  });
  const farm = await startCameraFarm({
    host: values.host,
    port: Number(values.port),
    loops,
    control: values.control,
  });
  for (const { id, name } of demoCameras) say(`${farm.origin}/${id}/index.m3u8  ${name}`);
  stop.signal.addEventListener('abort', () => void farm.close());
  if (stop.signal.aborted) await farm.close();
} catch (error) {
  if (!stop.signal.aborted) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
