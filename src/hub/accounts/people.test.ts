import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestDesk, START, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { PersonId } from '../../shared/ids.ts';
import { Person } from '../../shared/rights/model.ts';
import { instant } from '../../shared/wire/time.ts';
import { importPeople } from './people.ts';

const id = PersonId.parse('p-9');
const person = (role: string) => Person.parse({ v: 1, id, name: 'Lou Faure', role, domains: [] });
const at = (hours: number) => instant(START + hours * 3_600_000);
let room: TestDesk;

beforeEach(async () => {
  room = await openTestDesk();
});
afterEach(() => room.close());

it('remembers what a person might do at any time, over changes, leaving and coming back', async () => {
  await importPeople(room.store, [person('operator')], at(0));
  await importPeople(room.store, [person('operator')], at(1));
  await importPeople(room.store, [person('supervisor')], at(2));
  const gone = await importPeople(room.store, [], at(3));
  expect(gone.current()).toEqual([]);
  const people = await importPeople(room.store, [person('it')], at(4));
  const roles = [-1, 0, 1.9, 2, 2.9, 3, 3.9, 4].map((hours) => people.at(id, at(hours))?.role);
  expect(roles).toEqual([
    'operator',
    'operator',
    'operator',
    'supervisor',
    'supervisor',
    undefined,
    undefined,
    'it',
  ]);
  expect(people.current()).toEqual([person('it')]);
});

it('ends the sessions of who has left, at that time', async () => {
  await room.signIn('seat-01', 'p-1');
  await room.signIn('seat-02', 'p-2');
  await importPeople(
    room.store,
    [Person.parse({ v: 1, id: 'p-2', name: 'D. Roy', role: 'it', domains: [] })],
    at(1),
  );
  const rows = await room.store.db
    .selectFrom('session')
    .select(['seat', 'closed_at'])
    .orderBy('seat')
    .execute();
  expect(rows).toEqual([
    { seat: 'seat-01', closed_at: at(1) },
    { seat: 'seat-02', closed_at: null },
  ]);
});
