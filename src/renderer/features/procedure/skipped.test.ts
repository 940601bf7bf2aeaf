import { expect, test } from 'vitest';
import { Ticket } from '../../../shared/ticket/model.ts';
import { instant } from '../../../shared/wire/time.ts';
import { skippedSteps } from './skipped.ts';

const HOUR = 3_600_000;
let made = 0;
const mark = (id: string, state: string, mandatory: boolean, at: number) => ({
  cmd: `01938e8a-0000-7000-8000-${String(++made).padStart(12, '0')}`,
  procedure: { id: 'gaz', version: 1 },
  step: { id, text: id, ...(mandatory && { mandatory }) },
  state,
  person: 'perrin',
  seat: 'seat-01',
  at: instant(at),
});
const ticket = (id: string, steps: object[], over: object = {}) =>
  Ticket.parse({
    id,
    title: 'Odeur de gaz',
    kind: 'gasSmell',
    service: 'police',
    priority: 1,
    place: { label: 'rue Monge' },
    source: { kind: 'operator', system: 's', sourceId: id },
    state: 'open',
    units: [],
    links: [],
    version: 1,
    openedAt: instant(0),
    updatedAt: instant(0),
    steps,
    ...over,
  });

test('mandatory steps left out, the latest first; not what was done, was free, or of a shift that is over', () => {
  const closed = (at: number) => ({ state: 'closed', outcome: 'done', closedAt: instant(at) });
  const all = [
    ticket('now', [mark('early', 'skipped', true, 1_000), mark('done', 'done', true, 2_000)]),
    ticket('free', [mark('free', 'skipped', false, 2_000)]),
    ticket('young', [mark('late', 'skipped', true, 3_000)], closed(2 * HOUR)),
    ticket('old', [mark('old', 'skipped', true, 4_000)], closed(HOUR)),
    ticket('bare', []),
  ];
  expect(skippedSteps(all, 14 * HOUR).map((one) => [one.ticket.id, one.mark.step.id])).toEqual([
    ['young', 'late'],
    ['now', 'early'],
  ]);
});
