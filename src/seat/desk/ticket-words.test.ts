import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { SmallHub } from '../../../tests/support/small-hub.ts';
import { instant } from '../../shared/wire/time.ts';
import { TicketStore } from './ticket-store.ts';
import { fillWords } from './ticket-words.ts';

let parts: SeatParts;
let hub: SmallHub;
let store: TicketStore;
beforeEach(() => {
  parts = seatParts();
  hub = new SmallHub(parts.now);
  store = new TicketStore(parts.databases.desk, parts.disk);
});
afterEach(() => parts.dispose());

/** Takes all that has happened at the hub since. */
const catchUp = () => {
  const { lastSeq } = store.standing();
  const heard = hub.log.slice(lastSeq).map((event) => ({ seq: event.seq, event }));
  store.append(heard, instant(parts.now()));
};
const found = (text: string) => [...store.find(text)].sort();

test('tickets are found by the beginnings of their words, with or without accents', () => {
  hub.create('a', { title: 'Éclairage éteint', place: { label: 'boulevard de la Trémouille' } });
  hub.create('b', { title: 'Œuvre d’art taguée', description: 'Près de la médiathèque' });
  hub.create('c', { title: 'Chien errant', caller: { name: 'Hélène Lenoir', number: '0611223344' } });
  catchUp();
  expect(found('eclairage')).toEqual(['a']);
  expect(found('ÉCL trem')).toEqual(['a']);
  expect(found('oeuvre')).toEqual(['b']);
  expect(found('mediath')).toEqual(['b']);
  expect(found('hélène')).toEqual(['c']);
  expect(found('0611')).toEqual([]);
  expect(found('theque')).toEqual([]);
  expect(found('or AND "not" *')).toEqual([]);
  expect(found('')).toEqual([]);
});

test('what is written on them counts once, what is amended is not found by what it was', () => {
  hub.create('a');
  hub.do('ticket.note', 'a', { text: 'Confié à la fourrière' });
  catchUp();
  expect(found('fourriere')).toEqual(['a']);
  hub.do('ticket.amend', 'a', { title: 'Chat perdu' });
  catchUp();
  expect(found('chat fourriere')).toEqual(['a']);
  expect(found('lampe')).toEqual([]);
});

test('a snapshot takes the place of all, and what is forgotten is not found', () => {
  hub.create('a');
  hub.create('b', { title: 'Chat perdu' });
  hub.do('ticket.note', 'b', { text: 'Rendu à son maître' });
  catchUp();
  const [b] = [hub.tickets.get('b')!];
  store.replace(
    [b],
    hub.log.filter(({ target }) => target.id === 'b'),
    { ...store.standing(), lastSeq: 9 },
  );
  expect(found('lampe')).toEqual([]);
  expect(found('maitre')).toEqual(['b']);
  hub.do('ticket.claim', 'b');
  hub.do('ticket.close', 'b', { outcome: 'done' });
  store.advance(hub.tickets.get('b')!);
  store.forgetClosedBefore(instant(parts.now() + 1));
  expect(found('maitre')).toEqual([]);
});

test('the words of a file from before are made from its tickets', () => {
  hub.create('a');
  hub.do('ticket.note', 'a', { text: 'Mât penché' });
  catchUp();
  parts.databases.desk.exec('DELETE FROM ticket_text');
  expect(found('mat')).toEqual([]);
  fillWords(parts.databases.desk);
  expect(found('lampe mat')).toEqual(['a']);
});
