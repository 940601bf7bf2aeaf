import { expect, test } from 'vitest';
import { ticket } from '../../../../tests/support/ticket.ts';
import { PublishedProcedure } from '../../../shared/procedure/model.ts';
import type { Role } from '../../../shared/rights/model.ts';
import { instant } from '../../../shared/wire/time.ts';
import { lateStepsOf } from './late-steps.ts';
import type { Row, Viewer } from './model.ts';

const HOUR = 3_600_000;
const published = [
  PublishedProcedure.parse({
    v: 1,
    id: 'gaz@1',
    state: 'current',
    procedure: {
      id: 'gaz',
      version: 1,
      title: 'Gaz',
      kinds: ['gasSmell'],
      steps: [{ id: 'grdf', text: 'Appeler GRDF', within: { minutes: 2, from: 'claim' } }],
    },
  }),
];
const row = (mine: boolean, over: object = {}): Row => {
  const one = ticket('T-1', {
    kind: 'gasSmell',
    state: 'claimed',
    owner: { seat: 's', person: mine ? 'me' : 'other' },
    claimedAt: instant(0),
    ...over,
  });
  return { ticket: one, confirmed: one, pending: [], intents: [], mine, alarming: false };
};
const viewer = (role: Role): Viewer => ({
  seat: 's',
  me: { v: 1, id: 'me', name: 'M', role, domains: [] } as never,
});

test('a late step is told to who holds the ticket and to supervisors, and to nobody else', () => {
  const late = (of: Row, role: Role, now = HOUR) => lateStepsOf(of, viewer(role), published, now);
  expect(late(row(true), 'operator')).toBe(1);
  expect(late(row(false), 'supervisor')).toBe(1);
  expect(late(row(false), 'operator')).toBe(0);
  expect(late(row(false), 'supervisor', 60_000)).toBe(0);
  expect(late(row(false, { state: 'closed' }), 'supervisor')).toBe(0);
  expect(
    late(row(false, { state: 'open', owner: undefined, claimedAt: undefined }), 'supervisor'),
    'nobody is at it',
  ).toBe(0);
});
