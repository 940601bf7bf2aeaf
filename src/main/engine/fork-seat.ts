import { createInterface } from 'node:readline';
import type { UtilityProcess, utilityProcess } from 'electron';
import type { EngineProcess } from './supervisor.ts';

export interface SeatArguments {
  /** the built entry of src/seat */
  readonly entry: string;
  readonly config: string;
  readonly data: string;
  readonly version: string;
}

/** Forks the seat engine; its last word on stderr is kept, to be told when it dies. */
export const forkSeat =
  (host: typeof utilityProcess, { entry, config, data, version }: SeatArguments) =>
  (onErrorLine: (line: string) => void): EngineProcess => {
    const args = [`--config=${config}`, `--data=${data}`, `--version=${version}`];
    const child: UtilityProcess = host.fork(entry, args, { serviceName: 'Vigie seat', stdio: 'pipe' });
    child.stdout?.pipe(process.stdout);
    if (child.stderr !== null)
      createInterface({ input: child.stderr as NodeJS.ReadableStream }).on('line', (line) => {
        process.stderr.write(`${line}\n`);
        onErrorLine(line);
      });
    return child;
  };
