import { expect, test } from 'vitest';
import { createNotices } from './store.ts';

test('a notice has its time, and leaves when what it says holds no more', () => {
  let now = 1_000;
  const notices = createNotices(() => now);
  const { show, withdraw } = notices.getState();
  show('0065 : PM 02 pas prévenue', { subject: 'T-65 PM 02', ticket: 'T-65', ref: '0065' });
  now = 2_000;
  show('Échec');
  expect(notices.getState().list).toMatchObject([{ at: 1_000, ticket: 'T-65' }, { at: 2_000 }]);
  withdraw('T-65 PM 02');
  expect(notices.getState().list.map(({ text }) => text)).toEqual(['Échec']);
});

test('what is said again stands once, as the latest', () => {
  let now = 0;
  const notices = createNotices(() => ++now);
  const { show } = notices.getState();
  for (const text of ['a', 'b', 'a']) show(text);
  show('b encore', { subject: 'b' });
  show('b toujours', { subject: 'b' });
  expect(notices.getState().list.map(({ text, at }) => [text, at])).toEqual([
    ['b', 2],
    ['a', 3],
    ['b toujours', 5],
  ]);
});

test('what holds in part only is said in other words, and not again where it was dismissed', () => {
  const notices = createNotices(() => 1_000);
  const { show, reword, dismiss } = notices.getState();
  show('4 reprises', { subject: 'news', ticket: 'T-1' });
  show('Échec');
  reword('news', '3 reprises', { ticket: 'T-2' });
  expect(notices.getState().list).toMatchObject([{ text: '3 reprises', ticket: 'T-2' }, { text: 'Échec' }]);
  dismiss(notices.getState().list[0]?.id ?? 0);
  reword('news', '2 reprises');
  expect(notices.getState().list.map(({ text }) => text)).toEqual(['Échec']);
});
