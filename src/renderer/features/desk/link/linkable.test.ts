import { expect, test } from 'vitest';
import { ticket } from '../../../../../tests/support/ticket.ts';
import { instant } from '../../../../shared/wire/time.ts';
import type { Row } from '../model.ts';
import { archivedRow } from '../queue/items.ts';
import { linkable } from './linkable.ts';

const row = (id: string, over: object): Row => archivedRow(ticket(id, over));
const rows = new Map(
  [
    row('self', { title: 'Arbre tombé' }),
    row('old', { title: 'Arbre penché', openedAt: instant(1_000) }),
    row('new', { title: 'Grand arbre', openedAt: instant(9_000) }),
    row('over', { title: 'Arbre coupé', state: 'closed', openedAt: instant(20_000) }),
    row('linked', { title: 'Arbre lié' }),
    row('noted', { title: 'Câble au sol' }),
    { ...row('mine', { title: 'Arbre' }), confirmed: undefined },
  ].map((each) => [each.ticket.id as string, each]),
);
const ids = (typed: string, found: readonly string[] = []) =>
  linkable(ticket('self'), rows, new Set(['linked']), typed, new Set(found)).map(({ ticket: { id } }) => id);

test('open ones come first, the latest before; never itself, one linked already, or one the room does not know', () =>
  expect(ids('arbre')).toEqual(['new', 'old', 'over']));
test('what notes say is found by the seat', () => expect(ids('arbre', ['noted'])).toContain('noted'));
test('no word leaves all', () => expect(ids('')).toHaveLength(4));
