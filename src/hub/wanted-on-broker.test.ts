import { expect, test } from 'vitest';
import { someCamera } from '../../tests/support/hub-desk.ts';
import { Person } from '../shared/rights/model.ts';
import { People } from './accounts/people.ts';
import { wantedOnBroker } from './wanted-on-broker.ts';

test('people and cameras are listed, before any of them: no seat finds one that its listing does not have', () => {
  const here = Person.parse({ v: 1, id: 'p-1', name: 'Camille Petit', role: 'operator', domains: [] });
  const since = '2026-11-24T18:00:00.000Z';
  const people = new People(
    new Map([
      ['p-1', [{ since, person: here }]],
      ['p-2', [{ since }]],
    ]),
  );
  const cameras = new Map([[someCamera.id, someCamera]]);
  const wanted = [...wantedOnBroker({ cameras, people } as never)];
  expect(wanted.map(([topic, text]) => [topic, JSON.parse(text)])).toEqual([
    ['room/v1/data/index/person', { v: 1, ids: ['p-1'] }],
    ['room/v1/data/index/camera', { v: 1, ids: ['cam-1'] }],
    ['room/v1/cam/cam-1', someCamera],
    ['room/v1/data/person/p-1', here],
  ]);
});
