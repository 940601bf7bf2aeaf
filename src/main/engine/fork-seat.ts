import { createInterface } from 'node:readline';
import type { UtilityProcess, utilityProcess } from 'electron';
import type { EngineProcess } from './supervisor.ts';

export interface SeatArguments {
  /** the built entry of src/seat */
  readonly entry: string;
  readonly config: string;
  readonly data: string;
  readonly version: string;
  /** takes each line of its log, with its line end */
  readonly say: (line: string) => void;
}

/** How an engine that can't go on says why (`runMain`); its other lines are its log. */
const LAST_WORD = 'seat: ';

/**
 * Forks the seat engine; `kill` ends also one that hangs and hears no SIGTERM, which is what Electron would send. What it
 * says when it can't go on is kept, to be told when it dies.
 */
export const forkSeat =
  (host: typeof utilityProcess, { entry, config, data, version, say }: SeatArguments) =>
  (onErrorLine: (line: string) => void): EngineProcess => {
    const args = [`--config=${config}`, `--data=${data}`, `--version=${version}`];
    const child: UtilityProcess = host.fork(entry, args, { serviceName: 'Vigie seat', stdio: 'pipe' });
    child.stdout?.pipe(process.stdout);
    if (child.stderr !== null)
      createInterface({ input: child.stderr as NodeJS.ReadableStream }).on('line', (line) => {
        say(`${line}\n`);
        if (line.startsWith(LAST_WORD)) onErrorLine(line.slice(LAST_WORD.length));
      });
    return {
      on: child.on.bind(child) as EngineProcess['on'],
      postMessage: (message) => child.postMessage(message),
      kill: () => child.pid !== undefined && process.kill(child.pid, 'SIGKILL'),
    };
  };
