import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../node/log/log.ts';
import { ProcedureRef } from '../../shared/procedure/mark.ts';
import { RoomData } from '../edge/room-data.ts';
import { openStore, type Store } from '../store/store.ts';
import { checkProcedures } from './check.ts';
import { ProcedureShelf } from './shelf.ts';

let dir: string;
let store: Store;
const retained = new Map<string, string>();

const file = (name: string, text: string) => writeFileSync(join(dir, 'procedures', name), text);
const rixe = (version: number, step = 'Envoyer une patrouille') =>
  `id: rixe\nversion: ${version}\ntitle: Rixe\nkinds: [fight]\nsteps:\n  - { id: envoyer, text: ${step}, who: unit }\n`;
const ref = (version: number) => ProcedureRef.parse({ id: 'rixe', version });

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-procedures-'));
  mkdirSync(join(dir, 'procedures'));
  store = await openStore(join(dir, 'hub.db'), v7);
  retained.clear();
});
afterEach(() => {
  store.close();
  rmSync(dir, { recursive: true });
});

/** A hub's shelf, and what it would have the broker retain. */
async function open(): Promise<ProcedureShelf> {
  retained.clear();
  const data = new RoomData(['procedure']);
  for (const [topic, payload] of data.follow((topic, payload) =>
    payload === '' ? retained.delete(topic) : retained.set(topic, payload),
  ))
    retained.set(topic, payload);
  return ProcedureShelf.open({
    store,
    folder: join(dir, 'procedures'),
    data,
    log: createLog({ name: 'test', level: 'error', write: () => {} }),
  });
}
const told = () =>
  [...retained]
    .filter(([topic]) => topic.startsWith('room/v1/data/procedure/'))
    .map(([, payload]) => JSON.parse(payload) as { id: string; state: string; faults?: string[] })
    .map(({ id, state }) => `${id} ${state}`)
    .toSorted();

describe('while the hub runs', () => {
  test('a file that is changed comes into force, and one that is gone goes', async () => {
    file('rixe.yaml', rixe(1));
    const shelf = await open();
    expect(told()).toEqual(['rixe@1 current']);
    file('rixe.yaml', rixe(2, 'Envoyer deux patrouilles'));
    await shelf.look();
    expect(told()).toEqual(['rixe@2 current']);
    rmSync(join(dir, 'procedures/rixe.yaml'));
    await shelf.look();
    expect(told()).toEqual([]);
    expect(shelf.counts).toEqual({ current: 0, refused: 0 });
  });

  test('a file that is broken leaves its last good version in force, over a restart too, and says what is wrong with it', async () => {
    file('rixe.yaml', rixe(1));
    const shelf = await open();
    file('rixe.yaml', `${rixe(2)}  - { id: envoyer, text: Encore }\n`);
    await shelf.look();
    expect(told()).toEqual(['file:rixe.yaml refused', 'rixe@1 current']);
    expect(shelf.counts).toEqual({ current: 1, refused: 1 });
    expect([...retained.values()].join()).toContain('rixe.yaml:7:7: steps[1].id: envoyer stands twice');
    await open();
    expect(told()).toEqual(['file:rixe.yaml refused', 'rixe@1 current']);
    file('rixe.yaml', rixe(2, 'Envoyer deux patrouilles'));
    const again = await open();
    expect(told()).toEqual(['rixe@2 current']);
    expect(again.counts.refused).toBe(0);
  });

  test('a version says one thing for good: changed without a new number, or behind it, it is refused', async () => {
    file('rixe.yaml', rixe(2));
    const shelf = await open();
    file('rixe.yaml', rixe(2, 'Envoyer dix patrouilles'));
    await shelf.look();
    expect([...retained.values()].join()).toContain('version: 2 said something else before: say 3');
    file('rixe.yaml', rixe(1));
    await shelf.look();
    expect([...retained.values()].join()).toContain('version: 1 was followed by 2: say 3');
    expect(told()).toEqual(['file:rixe.yaml refused', 'rixe@2 current']);
  });

  test('a folder that can’t be read takes nothing away', async () => {
    file('rixe.yaml', rixe(1));
    const shelf = await open();
    rmSync(join(dir, 'procedures'), { recursive: true });
    await shelf.look();
    expect(told()).toEqual(['file:. refused', 'rixe@1 current']);
  });
});

test('a version that somebody follows is there for the seats, though a newer one is in force', async () => {
  file('rixe.yaml', rixe(1));
  const shelf = await open();
  file('rixe.yaml', rixe(2, 'Envoyer deux patrouilles'));
  await shelf.look();
  expect(shelf.get(ref(1))?.version).toBe(1);
  expect(told()).toEqual(['rixe@1 former', 'rixe@2 current']);
  expect(shelf.get(ref(3))).toBeUndefined();
  const ticket = {
    id: 'T-1',
    version: 1,
    state: 'open',
    last_seq: 1,
    json: JSON.stringify({ procedure: ref(1) }),
  };
  await store.db
    .insertInto('ticket')
    .values({ ...ticket, owner_seat: null, owner_person: null, closed_at: null })
    .execute();
  await open();
  expect(told()).toEqual(['rixe@1 former', 'rixe@2 current']);
});

test('whoever writes procedures is told every fault of every file, with its place', () => {
  file('rixe.yaml', rixe(1));
  file('a.yaml', 'id: Neige\nversion: 1\ntitle: Neige\nkinds: [snwo]\nsteps: []\ncolour: red\n');
  file('b.yaml', rixe(1));
  expect(() => checkProcedures(join(dir, 'procedures'))).toThrow(
    expect.objectContaining({
      exitCode: 78,
      lines: [
        'a.yaml:1:1: id: small letters, digits and hyphens: fuite-de-gaz',
        'a.yaml:5:1: steps: expected array to have >=1 items',
        'a.yaml:6:1: colour: unknown key',
        'a.yaml:4:9: kinds[0]: no kind of ticket is called snwo',
        'rixe.yaml: id: rixe stands in b.yaml already',
      ],
    }),
  );
});
