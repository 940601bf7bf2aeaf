import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { chance } from '../src/city/plan/seeded-chance.ts';
import { DistrictHour } from '../src/hub/lamp-history/district-hour.ts';
import { blockOf, type HistoryRow, keepRows, readHour, rowOf } from '../src/hub/lamp-history/keep.ts';
import { openStore, type Store } from '../src/hub/store/store.ts';
import { HOUR_MS, hourOf, MINUTE_MS } from '../src/shared/lamp/history/block.ts';
import { coarsened, columnsAt, lampThrough } from '../src/shared/lamp/history/fold.ts';
import { instant } from '../src/shared/wire/time.ts';
import { askRoom } from './history/ask-room.ts';
import { DISTRICTS, LAMPS, MINUTES, makeCity } from './history/night.ts';
import { noteMinutes } from './history/note-minutes.ts';
import { RowsPerChange } from './history/rows-per-change.ts';
import { type Row, report } from './report.ts';

/**
 * `npm run bench:history`: a day and a night of 34,000 lamps kept as the hub keeps them, and as a row for each change
 * beside it: how long the questions of a replay take, what a minute costs to note, and how much room it takes. Once by
 * programme only, once with every lamp changing by itself each hour too.
 */
const ROUNDS = 7;
/** Noon of the day before yesterday, UTC: as finely kept as the hub keeps anything. */
const START = new Date().setUTCHours(12, 0, 0, 0) - 48 * HOUR_MS;
const ASKED = START + (13 * 60 + 10) * MINUTE_MS;
const FINE_DAYS = 7;
const KEPT_DAYS = 396;
const idOf = (key: number): string =>
  `urn:ngsi-ld:Streetlight:${Math.floor(key / LAMPS)}-${String(key % LAMPS).padStart(4, '0')}`;

interface Kept {
  readonly store: Store;
  readonly rows: RowsPerChange;
  /** ms of the thread to note one minute, by minute */
  readonly noting: readonly number[];
  readonly fineBytes: number;
  readonly coarseBytes: number;
  readonly changes: number;
}

async function keepDay(dir: string, restless: number): Promise<Kept> {
  const store = await openStore(join(dir, 'hub.db'), v7);
  const rows = new RowsPerChange(join(dir, 'rows.db'));
  const city = makeCity(restless, chance(34_000, 'history').float);
  const lampOf = (key: number) => {
    const { state, level, faults } = city.districts[Math.floor(key / LAMPS)]!;
    const i = key % LAMPS;
    return [idOf(key), state[i]!, level[i]!, faults[i]!] as const;
  };
  rows.add(
    instant(START - 1),
    Array.from({ length: DISTRICTS * LAMPS }, (_, key) => lampOf(key)),
  );
  const noting: number[] = [];
  let [fineBytes, coarseBytes, changes] = [0, 0, 0];
  let hours: DistrictHour[] = [];
  const finish = async (): Promise<void> => {
    const kept: HistoryRow[] = [];
    for (const [n, { block }] of hours.entries()) {
      const row = await rowOf(String(n), block);
      kept.push(row);
      fineBytes += row.bytes.length;
      coarseBytes += (await rowOf(String(n), coarsened(block, 10))).bytes.length;
    }
    await store.write(({ tx }) => keepRows(tx, kept));
    hours = [];
  };
  for (let n = 0; n < MINUTES; n++) {
    const changed = city.minute(n);
    changes += changed.length;
    const at = START + n * MINUTE_MS;
    rows.add(instant(at), changed.map(lampOf));
    const began = performance.now();
    if (hours.length === 0)
      hours = city.districts.map((columns) => DistrictHour.begin(hourOf(at), n % 60, 1, columns));
    else for (const [d, hour] of hours.entries()) hour.note(n % 60, 1, city.districts[d]!);
    noting.push(performance.now() - began);
    if (n % 60 === 59) await finish();
  }
  return { store, rows, noting, fineBytes, coarseBytes, changes };
}

const timed = async (work: () => unknown): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};
const repeat = async (work: () => unknown): Promise<readonly number[]> => {
  await work();
  const times: number[] = [];
  for (let n = 0; n < ROUNDS; n++) times.push(await timed(work));
  return times;
};

/** How many lamps burned then. */
async function cityAt(store: Store): Promise<number> {
  let lit = 0;
  for (const block of (await readHour(store.db, hourOf(ASKED))).map(blockOf)) {
    const { level } = columnsAt(block, (ASKED - hourOf(ASKED)) / MINUTE_MS);
    for (const one of level) if (one > 0) lit++;
  }
  return lit;
}
/** All that is needed to play the night. */
async function night(store: Store): Promise<number> {
  let slots = 0;
  for (let hour = START; hour < START + 24 * HOUR_MS; hour += HOUR_MS)
    for (const row of await readHour(store.db, hour)) slots += blockOf(row).slots.length;
  return slots;
}
async function oneLamp(store: Store): Promise<number> {
  let moments = 0;
  for (let hour = START; hour < START + 24 * HOUR_MS; hour += HOUR_MS) {
    const row = (await readHour(store.db, hour)).find(({ district }) => district === '7');
    if (row !== undefined) moments += [...lampThrough(blockOf(row), 500)].length;
  }
  return moments;
}

async function measure(name: string, restless: number): Promise<readonly Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'vigie-bench-history-'));
  const { store, rows, noting, fineBytes, coarseBytes, changes } = await keepDay(dir, restless);
  const [ours, theirs] = [await cityAt(store), rows.cityAt(instant(ASKED))];
  if (ours !== theirs) throw new Error(`${ours} lamps burned here, ${theirs} there`);
  const against = { rivalName: 'a row for each change' };
  const answers: readonly Row[] = [
    {
      measure: `${name}: the city at 02:10`,
      unit: 'ms',
      ours: await repeat(() => cityAt(store)),
      rival: await repeat(() => rows.cityAt(instant(ASKED))),
      ...against,
      goal: 1,
      good: 'at most',
    },
    {
      measure: `${name}: a day and night to play`,
      unit: 'ms',
      ours: await repeat(() => night(store)),
      rival: await repeat(() => rows.night()),
      ...against,
      goal: 1,
      good: 'at most',
    },
    // Slower by far, and in no hurry: whoever asks of one lamp has the night there already.
    {
      measure: `${name}: one lamp through it`,
      unit: 'ms',
      ours: await repeat(() => oneLamp(store)),
      rival: await repeat(() => rows.lamp(idOf(7_500))),
      ...against,
      goal: 5_000,
      good: 'at most',
    },
    { measure: `${name}: what differs in a minute`, unit: 'ms', ours: noting, goal: 50, good: 'at most' },
  ];
  await store.close();
  const megabyte = 1e6;
  const year = fineBytes * FINE_DAYS + coarseBytes * (KEPT_DAYS - FINE_DAYS);
  const room: readonly Row[] = [
    {
      measure: `${name}: ${changes} changes take`,
      unit: 'MB',
      ours: [fineBytes / megabyte],
      rival: [rows.close() / megabyte],
      ...against,
      goal: 0.5,
      good: 'at most',
    },
    { measure: `${name}: 13 months take`, unit: 'MB', ours: [year / megabyte], goal: 2_000, good: 'at most' },
  ];
  // The rival has no room to ask.
  const [city = [], night24 = []] = await askRoom(dir, [
    [ASKED, ASKED + MINUTE_MS],
    [START, START + 24 * HOUR_MS],
  ]);
  const asked = { unit: 'ms', goal: 1_000, good: 'at most' } as const;
  rmSync(dir, { recursive: true });
  return [
    ...answers,
    ...room,
    { measure: `${name}: the city at 02:10, from a console through the broker`, ours: city, ...asked },
    { measure: `${name}: a day and night, from a console through the broker`, ours: night24, ...asked },
  ];
}

const all = [
  ...(await measure('by programme', 0)),
  ...(await measure('restless', 1)),
  {
    measure: 'a minute noted by the hub',
    unit: 'ms',
    ours: await noteMinutes(),
    goal: 250,
    good: 'at most',
  } as const,
];
if (!report('history', all)) process.exitCode = 1;
