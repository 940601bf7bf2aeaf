import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { lampId, lampPosition, smallDictionaries } from '../../../tests/support/small-city.ts';
import type { Position } from '../../shared/geo/position.ts';
import { instant } from '../../shared/wire/time.ts';
import { keepDistrict, readDistricts } from '../lighting/inventory.ts';

const LAMP = lampId('rue Monge', 3);
const FROM = lampPosition('rue Monge', 3);
const HERE: Position = [FROM[0] + 0.0002, FROM[1]];

let room: TestDesk;
beforeEach(async () => {
  room = await openTestDesk();
  await room.store.write(async ({ tx }) => {
    for (const dictionary of smallDictionaries)
      await keepDistrict(tx, { dictionary, gone: new Map() }, instant(START));
  });
});
afterEach(() => room.close());

async function mend(args: object, more: object = {}, person = 'p-4'): Promise<string | undefined> {
  const mine = await room.signIn('seat-01', person);
  const command = mine({
    op: 'inventory.mend',
    target: { type: 'lamp', id: LAMP },
    args: { from: FROM, position: HERE, ...args },
    motive: 'mât vu sur place',
    ...more,
  });
  const [reply] = await room.ask('seat-01', command);
  return reply?.field === undefined ? reply?.code : `${reply.code} ${reply.field}`;
}
const lamps = async () =>
  (await readDistricts(room.store.db)).flatMap(({ dictionary }) =>
    dictionary.lamps.filter((one) => one !== null),
  );

it('puts one lamp where it stands, with where it was, and says so in the main courante', async () => {
  const before = await lamps();
  expect(await mend({})).toBe('OK');
  const after = await lamps();
  expect(after.filter((lamp, i) => JSON.stringify(lamp) !== JSON.stringify(before[i]))).toMatchObject([
    { id: LAMP, position: HERE, mended: { from: FROM } },
  ]);
  const versions = (await readDistricts(room.store.db)).map(({ dictionary }) => dictionary.dictVersion);
  expect(versions.toSorted()).toEqual([1, 2]);
  const [entry] = await room.store.db
    .selectFrom('journal')
    .select('json')
    .where('action', '=', 'inventory.mend')
    .execute();
  expect(JSON.parse(entry!.json)).toMatchObject({
    person: 'p-4',
    target: `lamp:${LAMP}`,
    motive: 'mât vu sur place',
    payload: { code: 'OK', from: FROM, position: HERE },
  });
});

it('refuses what was seen otherwise, lies elsewhere, is unknown, or is no matter of its author', async () => {
  expect(await mend({ from: HERE })).toBe('BAD_STATE args.from');
  expect(await mend({ position: [FROM[0] + 0.1, FROM[1]] })).toBe('INVALID args.position');
  expect(await mend({}, { target: { type: 'lamp', id: 'nobody' } })).toBe('NOT_FOUND target.id');
  expect(await mend({}, {}, 'p-1')).toBe('FORBIDDEN role');
  expect((await lamps()).every(({ mended }) => mended === undefined)).toBe(true);
});
