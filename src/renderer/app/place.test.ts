import { expect, test } from 'vitest';
import { memoryBridge } from '../../../tests/support/memory-bridge.ts';
import { createDeskStore } from '../features/desk/index.ts';
import { keepPlace } from './place.ts';

const written = { draft: { place: 'rue Monge' } as never };

function open(kept?: string) {
  const places: string[] = [];
  const bridge = memoryBridge({
    'desk.snapshot': () => ({ tickets: [], outbox: [], intents: [], lastSeq: 0 }),
    'desk.timeline': () => [],
    'shell.keep': ({ place }) => void places.push(place),
  });
  const desk = createDeskStore(
    bridge,
    () => {},
    () => undefined,
    () => {},
  );
  const stop = keepPlace(bridge, desk.store, kept);
  return { places, desk: desk.store, stop: () => [stop, desk.stop].forEach((each) => void each()) };
}

test('the open ticket, what is written on it and the draft of a new one come back in another page', () => {
  const one = open();
  one.desk.getState().select('T-1');
  one.desk.getState().compose('note');
  one.desk.getState().write('T-1', 'pompiers sur pl');
  one.desk.getState().write('T-2', 'rien vu', 'roy');
  one.desk.getState().fill('new', () => written);
  one.stop();
  const other = open(one.places.at(-1));
  expect(other.desk.getState()).toMatchObject({
    selected: 'T-1',
    composer: 'note',
    notes: one.desk.getState().notes,
    addressees: new Map([['T-2', 'roy']]),
    forms: new Map([['new', written]]),
  });
  other.stop();
});

test('what the room does is no place, and a page that has stopped tells none', () => {
  const page = open();
  page.desk.setState({ asOf: '2026-11-24T03:00:00.000Z' });
  page.stop();
  page.desk.getState().fill('new', () => written);
  expect(page.places).toEqual([]);
});
