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
  const { promise: interrupted, resolve: interrupt } = Promise.withResolvers<number>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => interrupt(INTERRUPTED));
  const others: Program[] = [];
  const room = demo ? await preparedRoom(others, interrupted) : undefined;
  if (room === 'interrupted') return 0;
  const ownData = electron.some((arg) => arg.startsWith('--user-data-dir'));
  const data = demo && !ownData ? [`--user-data-dir=${join(DEMO_FOLDER, 'console')}`] : [];
  const seat = openConsole(room?.seatConfig ?? config!, [...data, ...electron]);
  if (room !== undefined)
    process.stdout.write(
      `The demo room runs: its logs are in ${join(DEMO_FOLDER, 'logs')}. Ctrl C ends it.\n`,
    );

  const early = (room?.programs ?? []).map((program) =>
    program.ended.then(() => tellEarlyEnd(program, interrupted)),
  );
  void Promise.all(early);

  const code = await Promise.race([seat.ended, interrupted]);
  if (code > INTERRUPTED) process.stderr.write(`The console was killed (${code}): the room ends with it.\n`);
  interrupt(code);
  await seat.stop();
  await stopAll(others);
  return code === INTERRUPTED ? 0 : code;
}

/** The demo room, or that it was given up while it was being prepared: then nothing of it is left. */
async function preparedRoom(
  started: Program[],
  interrupted: Promise<number>,
): Promise<DemoRoom | 'interrupted'> {
  const starting = startDemoRoom(DEMO_FOLDER, undefined, undefined, started);
  const room = await Promise.race([starting, interrupted]);
  if (typeof room !== 'number') return room;
  starting.catch(() => {}); // what is ended now did not start
  await stopAll(started);
  return 'interrupted';
}

/** The last one first. */
async function stopAll(programs: readonly Program[]): Promise<void> {
  for (const program of programs.toReversed()) await program.stop();
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
