import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readArguments } from './arguments.ts';
import { buildIfStale } from './build.ts';
import { openConsole } from './console.ts';
import { type DemoRoom, startDemoRoom } from './demo-room.ts';
import type { Program } from './program.ts';

const DEMO_FOLDER = join(import.meta.dirname, '../../.cache/demo-room');

/** Ended by Ctrl C, as shells count it. */
const INTERRUPTED = 130;

async function start(): Promise<number> {
  const { demo, config, electron } = readArguments(process.argv.slice(2));
  buildIfStale();
  const room: DemoRoom | undefined = demo ? await startDemoRoom(DEMO_FOLDER) : undefined;
  const ownData = electron.some((arg) => arg.startsWith('--user-data-dir'));
  const data = demo && !ownData ? [`--user-data-dir=${join(DEMO_FOLDER, 'console')}`] : [];
  const seat = openConsole(room?.seatConfig ?? config!, [...data, ...electron]);
  if (room !== undefined)
    process.stdout.write(
      `The demo room runs: its logs are in ${join(DEMO_FOLDER, 'logs')}. Ctrl C ends it.\n`,
    );

  const others = room?.programs ?? [];
  const { promise: interrupted, resolve: interrupt } = Promise.withResolvers<number>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => interrupt(INTERRUPTED));
  const early = others.map((program) => program.ended.then(() => tellEarlyEnd(program, interrupted)));
  void Promise.all(early);

  const code = await Promise.race([seat.ended, interrupted]);
  if (code > INTERRUPTED) process.stderr.write(`The console was killed (${code}): the room ends with it.\n`);
  interrupt(code);
  await seat.stop();
  for (const program of others.toReversed()) await program.stop();
  return code === INTERRUPTED ? 0 : code;
}

/** A part of the room that dies is part of the demo: the console shows it. It is said here with its last words. */
async function tellEarlyEnd(program: Program, interrupted: Promise<number>): Promise<void> {
  // Ctrl C reaches all at once: the others may have ended before this program has heard of it.
  const still = await Promise.race([interrupted.then(() => false), wait(500, true)]);
  if (!still) return;
  const { name, commandLine } = program;
  process.stderr.write(
    `${name} has ended; its last words:\n${program.lastWords()}\nTo start it again: ${commandLine}\n`,
  );
}

start().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
