import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LampId } from '../../../shared/ids.ts';
import { DictionaryLamp } from '../../../shared/lamp/dictionary.ts';
import { LampFaultGroup, RepairTrip } from '../../../shared/lamp/fault/group.ts';
import { LampFault } from '../../../shared/lamp/state.ts';
import { RoomData } from '../../edge/room-data.ts';
import { openStore, type Store } from '../../store/store.ts';
import { FaultBoard } from './fault-board.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 28, 9);
const lamp = (n: number): DictionaryLamp =>
  DictionaryLamp.parse({
    id: `L-${n}`,
    position: [5 + n / 1_000, 47],
    street: `Rue ${n % 3}`,
    commune: 'Dijon',
    cabinet: n < 12 ? 'ARM-1' : 'ARM-2',
  });
let dir: string;
let store: Store;
const retained = new Map<string, string>();
const known: string[] = [];
let faulty = new Map<number, number>();
const together = new Map<string, string>();

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-faults-'));
  store = await openStore(join(dir, 'hub.db'), v7);
  retained.clear();
  known.length = 0;
  together.clear();
  faulty = new Map();
});
afterEach(() => {
  store.close();
  rmSync(dir, { recursive: true });
});

async function open(): Promise<FaultBoard> {
  const data = new RoomData(['lampFaultGroup', 'repairTrip']);
  data.follow((topic, payload) => {
    if (payload === '') retained.delete(topic);
    else retained.set(topic, payload);
  });
  const board = await FaultBoard.open({
    store,
    data,
    lighting: {
      *faulty() {
        for (const [n, faults] of faulty) yield { lamp: lamp(n), faults };
      },
      knowFound: (id: LampId, faults: number, since: number) => void known.push(`${id} ${faults} ${since}`),
      fed: { cabinet: () => 14, circuit: () => 7 },
    },
    streets: [],
    together: { noSupply: (id) => together.get(id), dark: () => undefined },
  });
  return board;
}
const told = () =>
  [...retained]
    .filter(([topic]) => topic.startsWith('room/v1/data/lampFaultGroup/'))
    .map(([, payload]) => LampFaultGroup.parse(JSON.parse(payload)));

test('a cabinet whose lamps burn by day is one repair, with its streets and since when', async () => {
  const board = await open();
  faulty = new Map(Array.from({ length: 12 }, (_, n) => [n, LampFault.burningByDay]));
  await board.look(NOW);
  expect(told()).toEqual([]); // what the broker had kept is not in yet
  board.settled();
  await board.look(NOW);
  expect(told()).toMatchObject([
    { cause: 'clock', lamps: 12, fed: 14, cabinet: 'ARM-1', streets: ['Rue 0', 'Rue 1', 'Rue 2'] },
  ]);
  const trip = RepairTrip.parse(JSON.parse(retained.get('room/v1/data/repairTrip/room')!));
  expect(trip.stops).toEqual([{ group: 'clock|ARM-1', metres: 0, by: 'streets' }]);
});

test('what is mended is gone, what lasts keeps its beginning over a restart', async () => {
  const board = await open();
  board.settled();
  faulty = new Map([
    [1, LampFault.darkAtNight],
    [20, LampFault.silent],
  ]);
  await board.look(NOW);
  expect(told().map(({ cause }) => cause)).toEqual(['light', 'radio']);
  faulty.delete(20);
  await board.look(NOW + MINUTE);
  expect(told().map(({ cause }) => cause)).toEqual(['light']);

  const again = await open();
  expect(known).toEqual([`L-1 ${LampFault.darkAtNight} ${NOW}`]);
  again.settled();
  await again.look(NOW + 60 * MINUTE);
  expect(told()).toMatchObject([{ since: new Date(NOW).toISOString() }]);
});

test('cabinets whose alarm has become one are told as one, without a trip, and each for itself when it is over', async () => {
  const board = await open();
  board.settled();
  faulty = new Map(Array.from({ length: 20 }, (_, n) => [n, LampFault.cabinet]));
  await board.look(NOW);
  expect(told().map(({ cause, lamps }) => `${cause} ${lamps}`)).toEqual(['noSupply 12', 'noSupply 8']);

  for (const id of ['ARM-1', 'ARM-2']) together.set(id, 'cabinet:ARM-1');
  await board.look(NOW + MINUTE);
  expect(told()).toMatchObject([{ id: 'feeder|cabinet:ARM-1', cause: 'feeder', lamps: 20, cabinets: 2 }]);
  expect(told()[0]).not.toHaveProperty('cabinet');
  expect(JSON.parse(retained.get('room/v1/data/repairTrip/room')!)).toMatchObject({ stops: [] });

  together.clear();
  await board.look(NOW + 2 * MINUTE);
  expect(told().map(({ cause }) => cause)).toEqual(['noSupply', 'noSupply']);
});

test('a trip is not as old as what was wrong with one of its lamps before', async () => {
  const board = await open();
  board.settled();
  faulty = new Map([[1, LampFault.powerOutOfBand]]);
  await board.look(NOW);
  faulty = new Map(Array.from({ length: 12 }, (_, n) => [n, LampFault.cabinet]));
  faulty.set(1, LampFault.cabinet | LampFault.powerOutOfBand);
  await board.look(NOW + 20 * MINUTE);
  const since = new Date(NOW + 20 * MINUTE).toISOString();
  expect(told()).toMatchObject([{ cause: 'noSupply', lamps: 12, since }]);
  faulty.set(1, LampFault.cabinet);
  await board.look(NOW + 21 * MINUTE);
  expect(told()).toMatchObject([{ cause: 'noSupply', since }]);
});
