import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shippedPlan } from '../../../../tests/support/plan.ts';
import { smallDictionaries, smallStreets } from '../../../../tests/support/small-city.ts';
import { ticket } from '../../../../tests/support/ticket.ts';
import { createLog } from '../../../node/log/log.ts';
import { type CabinetId, PersonId } from '../../../shared/ids.ts';
import { streetFacts } from '../../../shared/lighting/place-lamps.ts';
import type { PlacedScene } from '../../../shared/lighting/published.ts';
import type { Ticket } from '../../../shared/ticket/model.ts';
import { CabinetProgram } from '../../../shared/wire/cabinet-program.ts';
import { instant } from '../../../shared/wire/time.ts';
import { RoomData } from '../../edge/room-data.ts';
import { openStore, type Store } from '../../store/store.ts';
import { record } from '../../tickets/record.ts';
import { keepVersion } from './keep.ts';
import { LightingPlans } from './plans.ts';
import { ProgramReach } from './reach.ts';

const MONGE = 'ARM-rue Monge' as CabinetId;
let dir: string;
let file: string;
let store: Store;
let told: ReadonlyMap<CabinetId, string>;
const retained = new Map<string, string>();

const ship = () => writeFileSync(file, shippedPlan());

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-lighting-'));
  file = join(dir, 'plan.yaml');
  ship();
  store = await openStore(join(dir, 'hub.db'), v7);
  told = new Map();
  retained.clear();
});
afterEach(() => {
  store.close();
  rmSync(dir, { recursive: true });
});

function open(): Promise<LightingPlans> {
  const data = new RoomData(['lightingPlan', 'lightingVersion', 'lampPlaces', 'lightingScene']);
  data.follow((topic, payload) => void retained.set(topic, payload));
  return LightingPlans.open({
    store,
    file,
    timeZone: 'Europe/Paris',
    aheadMinutes: 0,
    dictionaries: smallDictionaries,
    streets: streetFacts(smallStreets.flatMap(({ features }) => features)),
    data,
    teller: {
      want: (programs) => {
        told = programs;
      },
      waiting: 0,
    },
    reach: new ProgramReach(data),
    now: Date.now,
    log: createLog({ name: 'test', level: 'error', write: () => {} }),
  });
}
const room = () =>
  JSON.parse(retained.get('room/v1/data/lightingPlan/room') ?? '{}') as {
    plan?: { version: number };
    refused?: { faults: string[] };
  };
const edit = (from: string | RegExp, to: string) =>
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
const programOf = (cabinet: CabinetId) => CabinetProgram.parse(JSON.parse(told.get(cabinet) ?? 'null'));

test('the plan that comes with the program can be taken; each cabinet gets its own part', async () => {
  await open();
  expect(room()).toMatchObject({ plan: { version: 1 } });
  expect(told.size).toBe(6);
  const { groups, calendars, controlPrograms } = programOf(MONGE);
  expect(groups.flatMap(({ lamps }) => lamps)).toHaveLength(20);
  expect(calendars.map(({ id }) => id)).toEqual(['rues']);
  expect(controlPrograms.map(({ id }) => id)).toEqual(['nuit-profonde', 'nuit-courte', 'fete']);
});

test('a change comes into force while the hub runs, and is news only for whom it touches', async () => {
  const plans = await open();
  const before = told;
  edit('version: 1', 'version: 2');
  edit('from: "23:30", presence: rue', 'from: "23:45", presence: rue');
  await plans.look();
  expect(room()).toMatchObject({ plan: { version: 2 } });
  expect(told.get(MONGE)).not.toBe(before.get(MONGE));
  const rest = told;
  edit('version: 2', 'version: 3');
  edit('from: "05:00", level: 100', 'from: "05:15", level: 100'); // the ring road, that this city has none of
  await plans.look();
  expect([...told]).toEqual([...rest]);
});

test.each([
  ['a fault', /level: 70 \}/, 'level: 170 }', /plan\.yaml:\d+:\d+: .*level/],
  [
    'another content under the same version',
    'base: 40',
    'base: 45',
    /version: 1 said something else before: say 2/,
  ],
])(
  '%s changes nothing and is told with its place, also to a hub that starts anew',
  async (_, from, to, fault) => {
    const plans = await open();
    const before = told;
    edit(from, to);
    await plans.look();
    expect(told).toBe(before);
    expect(room().refused?.faults[0]).toMatch(fault);
    expect(plans.faults).toBe(1);
    await open();
    expect([...told]).toEqual([...before]);
    expect(room()).toMatchObject({ plan: { version: 1 } });
    ship();
    await plans.look();
    expect(room().refused).toBeUndefined();
  },
);

test('a version that was published wins over the file, until that says a later one', async () => {
  const plans = await open();
  const plan = { ...plans.plan!, version: 2 };
  const by = { kind: 'person', person: PersonId.parse('p-4'), name: 'Claude Meunier' } as const;
  const version = { version: 2, since: instant(Date.now()), by, plan };
  await store.write(async (unit) => {
    await keepVersion(unit.tx, version);
    unit.onCommit(() => plans.published(version));
  });
  await plans.look();
  expect(room()).toMatchObject({ plan: { version: 2 }, behind: { file: 'plan.yaml', version: 1 } });
  expect([plans.faults, [...retained.keys()].filter((topic) => topic.includes('/lightingVersion/'))]).toEqual(
    [0, ['room/v1/data/lightingVersion/1', 'room/v1/data/lightingVersion/2']],
  );
  const anew = await open();
  expect(anew.plan?.version).toBe(2);
  // IT has not looked at what was published.
  edit('base: 40', 'base: 45');
  await anew.look();
  expect(room().refused?.faults[0]).toMatch(/version: 1 was followed by 2: say 3/);
  edit('version: 1', 'version: 3');
  await anew.look();
  expect(room()).toMatchObject({ plan: { version: 3 } });
  expect(room()).not.toHaveProperty('behind');
});

test('a file that is gone leaves the plan in force', async () => {
  const plans = await open();
  rmSync(file);
  await plans.look();
  expect(room()).toMatchObject({ plan: { version: 1 }, refused: { file: 'plan.yaml' } });
});

test('says below which level no lamp is dimmed: by night its floor, by day none', async () => {
  edit(
    /^floors:[\s\S]*/m,
    'floors:\n  - { id: monge, name: Monge, where: { streets: [Rue Monge] }, level: 45 }\n',
  );
  const plans = await open();
  const lamps = smallDictionaries.flatMap((one) => one.lamps).filter((lamp) => lamp !== null);
  const floors = (at: number) => new Set(lamps.map((lamp) => `${lamp.street} ${plans.floorsAt(at)(lamp)}`));
  const night = floors(Date.UTC(2026, 10, 24, 2));
  expect(night).toContain('rue Monge 45');
  expect([...night].filter((line) => !line.endsWith(' 0'))).toHaveLength(1);
  expect([...floors(Date.UTC(2026, 10, 24, 12))].every((line) => line.endsWith(' 0'))).toBe(true);
});

test('a district and a circuit of one cabinet are programmed as they are named', async () => {
  edit(
    /^floors:[\s\S]*/m,
    `floors:
  - { id: monge, name: Monge, where: { districts: [MONGE] }, level: 45 }
  - { id: un, name: Un, where: { circuits: [{ cabinet: '${MONGE}', circuit: '${MONGE}-1' }] }, level: 55 }
`,
  );
  const plans = await open();
  const floors = new Map([...told.keys()].map((cabinet) => [cabinet, programOf(cabinet).groups[0]?.floor]));
  expect([...floors].filter(([, floor]) => floor === 45)).toHaveLength(2);
  expect([...floors].filter(([, floor]) => floor === 55)).toEqual([[MONGE, 55]]);
  expect([...floors].filter(([, floor]) => floor === 0)).toHaveLength(3);
  const lamps = smallDictionaries.flatMap((one) => one.lamps).filter((lamp) => lamp !== null);
  const ordered = plans.floorsAt(Date.UTC(2026, 10, 24, 2));
  expect(new Set(lamps.map((lamp) => `${lamp.cabinet === MONGE} ${ordered(lamp)}`))).toEqual(
    new Set(['true 55', 'false 45', 'false 0']),
  );
});

test('another inventory is programmed by the plan in force', async () => {
  const plans = await open();
  const [first, ...others] = smallDictionaries;
  const without = { ...first!, lamps: first!.lamps.map((lamp) => (lamp?.cabinet === MONGE ? null : lamp)) };
  const goOver = await plans.refit([without, ...others], streetFacts([]));
  expect(told.has(MONGE)).toBe(true);
  goOver();
  expect([told.size, told.has(MONGE)]).toEqual([5, false]);
});

test('a version that comes while another inventory is made ready decides of that too', async () => {
  const plans = await open();
  const ready = plans.refit(smallDictionaries.slice(0, 1), streetFacts([]));
  edit('version: 1', 'version: 2');
  edit('from: "23:30", presence: rue', 'from: "23:45", presence: rue');
  await plans.look();
  const second = told.get(MONGE);
  (await ready)();
  expect(told.get(MONGE)).toBe(second);
  expect([...told.keys()].sort()).toEqual(
    [...new Set(smallDictionaries[0]!.lamps.flatMap((lamp) => lamp?.cabinet ?? []))].sort(),
  );
});

test('lamps around an open intervention are not dimmed, by orders nor by their cabinet, until it is closed', async () => {
  const plans = await open();
  const lamp = smallDictionaries.flatMap((one) => one.lamps).find((one) => one?.cabinet === MONGE)!;
  const night = Date.UTC(2026, 10, 24, 2);
  const before = told.get(MONGE);
  const fight = ticket(v7(), {
    kind: 'fight',
    place: { label: 'Rue Monge', position: lamp.position },
    openedAt: instant(Date.now()),
  });
  const put = (state: Ticket['state'], was?: Ticket) =>
    store.write((unit) =>
      record(
        unit,
        fight.id,
        was,
        was === undefined
          ? { ok: true, type: 'ticket.created', version: 1, patch: fight }
          : { ok: true, type: 'ticket.closed', version: 2, patch: { state } },
        { at: instant(Date.now()) },
      ),
    );
  const { ticket: written } = await put('open');
  await plans.look();
  const [incident] = programOf(MONGE).incidents;
  expect(incident).toMatchObject({ level: 90, until: instant(Date.parse(fight.openedAt) + 3 * 3_600_000) });
  expect(incident?.lamps).toContain(lamp.id);
  expect(plans.floorsAt(night)(lamp)).toBe(90);
  expect([...told].filter(([, program]) => JSON.parse(program).incidents.length > 0)).toHaveLength(1);
  await put('closed', written);
  await plans.look();
  expect(told.get(MONGE)).toBe(before);
  expect(plans.floorsAt(night)(lamp)).toBeLessThan(90);
});

test('scenes are told with their lamps, and are no more when the plan has them no more', async () => {
  const scene = () =>
    JSON.parse(retained.get('room/v1/data/lightingScene/fete') || 'null') as PlacedScene | null;
  edit(
    /^scenes:[\s\S]*/m,
    'scenes:\n  - { id: fete, name: Fête, parts: [{ where: { streets: [Rue Monge] }, level: 30 }] }\n',
  );
  const plans = await open();
  expect(scene()?.parts[0]?.lamps.flatMap(({ indices }) => indices)).toHaveLength(20);
  edit('version: 1', 'version: 2');
  edit(/^scenes:[\s\S]*/m, '');
  await plans.look();
  expect(scene()).toBeNull();
});
