import { expect, test } from 'vitest';
import { LedConversion } from '../../shared/lamp/conversion.ts';
import { Dictionary } from '../../shared/lamp/dictionary.ts';
import { topics } from '../../shared/wire/topic.ts';
import { RoomData } from '../edge/room-data.ts';
import { ShownConversions } from './show-conversions.ts';

test('what is planned for a day is done from its local midnight on, without another inventory', () => {
  const lamp = {
    id: 'L-1',
    position: [5, 47],
    street: 'rue Monge',
    luminaire: { convertedOn: '2026-11-30' },
  };
  const dictionary = Dictionary.parse({
    v: 1,
    district: '01',
    name: 'Centre',
    dictVersion: 1,
    lamps: [lamp],
  });
  const told: string[] = [];
  const data = new RoomData(['ledConversion']);
  data.follow((topic, payload) => topic === topics.data('ledConversion', '01') && told.push(payload));
  const shown = new ShownConversions(data, 'Europe/Paris');
  shown.show([dictionary], Date.parse('2026-11-29T22:00:00Z'));
  shown.turn(Date.parse('2026-11-29T22:59:00Z'));
  shown.turn(Date.parse('2026-11-29T23:00:00Z'));
  shown.turn(Date.parse('2026-11-29T23:01:00Z'));
  expect(told.map((payload) => LedConversion.parse(JSON.parse(payload)).streets[0])).toMatchObject([
    { planned: 1, done: 0 },
    { planned: 0, done: 1 },
  ]);
  data.close();
});
