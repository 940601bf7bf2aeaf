import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { utilityProcess } from 'electron';
import { afterEach, expect, it } from 'vitest';
import { forkSeat } from '../../src/main/engine/fork-seat.ts';
import { Supervisor } from '../../src/main/engine/supervisor.ts';
import type { EngineState } from '../../src/shared/ipc/model.ts';
import { fork, type UtilityProcess } from '../../tools/electron-on-chromium/utility/fork.ts';
import { until } from '../support/until.ts';

const ENTRY = new URL('../../src/seat/main.ts', import.meta.url).pathname;
const DEFECTS = new URL('../support/defects.ts', import.meta.url).href;

const dir = mkdtempSync(join(tmpdir(), 'vigie-defect-'));
const states: EngineState[] = [];
const said: string[] = [];
let engine: UtilityProcess | undefined;
let supervisor: Supervisor;

afterEach(async () => {
  await supervisor.stop();
  rmSync(dir, { recursive: true });
});

it.skipIf(process.platform === 'win32')(
  'ends on what nobody caught; main starts it again and can say why, and what was kept is there',
  async () => {
    const config = join(dir, 'seat.yaml');
    writeFileSync(config, JSON.stringify({ seat: 'seat-01', brokers: ['mqtt://127.0.0.1:9'] }));
    const host = {
      fork: (entry: string, args: readonly string[], options: object) => {
        engine = fork(entry, args, { ...options, execArgv: ['--import', DEFECTS] });
        return engine;
      },
    } as unknown as typeof utilityProcess;
    supervisor = new Supervisor({
      fork: forkSeat(host, {
        entry: ENTRY,
        config,
        data: join(dir, 'data'),
        version: 'test',
        say: (line) => said.push(line),
      }),
      onPush: () => {},
      onState: (state) => states.push(state),
      now: Date.now,
    });
    await supervisor.request('prefs.set', { key: 'panel', value: 320 });

    for (const [signal, what] of [
      ['SIGUSR2', 'a planted exception'],
      ['SIGHUP', 'a planted rejection'],
    ] as const) {
      states.length = 0;
      process.kill(engine!.pid!, signal);
      await until('it is up again', () => states.some(({ kind }) => kind === 'up'));
      const reasons = states.flatMap((state) => (state.kind === 'restarting' ? state.lastError : []));
      expect(reasons.at(-1)).toBe(`Error: ${what}`);
      // Where it happened stands in the log.
      expect(said.join('')).toMatch(new RegExp(`seat: Error: ${what}\\n +at .*defects\\.ts`));
      expect(await supervisor.request('prefs.get', { key: 'panel' })).toBe(320);
    }
  },
);
