import { describe, expect, it } from 'vitest';
import { TicketEvent } from '../../src/shared/ticket/model.ts';
import { SEAT_GONE } from '../../src/shared/ticket/seat-gone.ts';
import { instant } from '../../src/shared/wire/time.ts';
import { ticket } from '../support/ticket.ts';
import { type GivenBackEvidence, type Heard, heldBy, judgeGivenBack, wasThere } from './given-back.ts';

const ABSENT = 15_000;
/** when it is given back, ms */
const AT = 100_000;
const here = (at: number): Heard => ({ kind: 'here', seat: 's-1', at });
const gone = (at: number): Heard => ({ kind: 'gone', seat: 's-1', at });
const anew = (at: number): Heard => ({ kind: 'anew', at });
/** The hub says how far it is, each 5 s until the seat's ticket is given back. */
const hub = (until = AT): readonly Heard[] =>
  Array.from({ length: until / 5_000 }, (_, n) => ({ kind: 'hub', at: (n + 1) * 5_000 }));

describe('at the broker there were', () => {
  const all: readonly [string, readonly Heard[], boolean | undefined][] = [
    ['its will, long enough ago', [here(80_000), gone(84_900)], false],
    ['its will, and another one since', [gone(84_900), gone(94_000)], false],
    ['its will, too short a time ago', [here(80_000), gone(90_000)], true],
    ['its will, and then its word', [gone(70_000), here(90_000)], true],
    ['its word and nothing else', [here(80_000)], true],
    ['its word, and silence since', [here(64_000)], false],
    ['its word, on its way yet', [gone(70_000), here(98_000)], false],
    ['its word after all was done', [gone(70_000), here(101_000)], false],
    ['nothing of it', [], undefined],
    ['the word of another', [{ kind: 'here', seat: 's-2', at: 90_000 }], undefined],
    ['its word, before something may have been missed', [here(80_000), anew(85_000)], undefined],
    ['its word, again after that', [gone(70_000), anew(75_000), here(80_000)], true],
  ];
  const inOrder = (heard: readonly Heard[]) => [...heard, ...hub()].sort((a, b) => a.at - b.at);
  it.each(all)('%s', (_what, heard, there) =>
    expect(wasThere(inOrder(heard), 's-1', AT, ABSENT)).toBe(there),
  );

  it('its word that a hub that was cut off or killed has not heard', () => {
    const heard = [gone(70_000), here(90_000), ...hub(90_000)].sort((a, b) => a.at - b.at);
    expect(wasThere(heard, 's-1', AT, ABSENT)).toBe(false);
  });
});

const event = (seq: number, at: number, patch: object, more: object = {}) =>
  TicketEvent.parse({
    v: 1,
    seq,
    epoch: 'e-1',
    target: { type: 'ticket', id: 't-1' },
    type: 'ticket.claimed',
    version: seq,
    cmd: `01900000-0000-7000-8000-${String(seq).padStart(12, '0')}`,
    at: instant(at),
    patch,
    ...more,
  });
const owner = { seat: 's-1', person: 'p-1' };
const claimed = (seq: number) => event(seq, 50_000, { state: 'claimed', owner });
const gift = (seq: number, at = AT, more: object = {}) =>
  event(seq, at, { state: 'open', owner: null }, { type: 'ticket.released', motive: SEAT_GONE, ...more });
const left = [...hub(), gone(70_000)].sort((a, b) => a.at - b.at);
const judge = (more: Partial<GivenBackEvidence>) =>
  judgeGivenBack({ hub: { events: [] }, lost: [], heard: left, absences: [], absentMs: ABSENT, ...more });

it('judges each gift by who had the ticket, in replaced stores too, and each once', () => {
  const events = [claimed(1), gift(2)];
  expect(judge({ hub: { events } })).toMatchObject({ broken: [], counts: { givenBack: 1 } });
  const after = [...events, claimed(3), gift(4)];
  expect(judge({ hub: { events }, lost: [{ events: after }] }).counts.givenBack).toBe(2);
  const there = [...hub(), here(90_000)].sort((a, b) => a.at - b.at);
  const wrong = /^given back though its seat was there: 1, such as t-1 of s-1/;
  expect(judge({ hub: { events }, heard: there }).broken).toEqual([expect.stringMatching(wrong)]);
  expect(judge({ hub: { events: [] }, lost: [{ events }], heard: there }).broken).toEqual([
    expect.stringMatching(wrong),
  ]);
});

it('says how many it could not judge, and does not call it well where those are all', () => {
  expect(judge({ hub: { events: [claimed(1), gift(2)] }, heard: [] })).toMatchObject({
    broken: [expect.stringMatching(/^of nothing that was given back/)],
    counts: { givenBack: 1, givenBackUnjudged: 1 },
  });
  const more = [event(3, 50_000, { owner: { ...owner, seat: 's-2' } }), gift(4)];
  expect(judge({ hub: { events: [claimed(1), gift(2), ...more] } })).toMatchObject({
    broken: [],
    counts: { givenBack: 2, givenBackUnjudged: 1 },
  });
});

it('an absence gives every ticket back, once', () => {
  const during = { seats: ['s-1'], from: 80_000, to: 120_000, held: [] };
  const once = [claimed(1), gift(2)];
  expect(judge({ hub: { events: once }, absences: [during] }).broken).toEqual([]);
  const twice = { events: [...once, claimed(3), gift(4, 110_000)] };
  expect(judge({ hub: twice, absences: [during] }).broken.join()).toMatch(
    /given back twice in one absence: 1/,
  );
  expect(judge({ absences: [during] }).broken.join()).toMatch(/the rule of absence was not tested/);
  const mine = { ...ticket('t-1'), state: 'claimed', owner } as ReturnType<typeof ticket>;
  expect(heldBy(['s-1'], [mine])).toEqual(['t-1']);
  const absences = [{ ...during, held: ['t-1'] }];
  expect(judge({ hub: { events: once }, absences }).broken.join()).toMatch(/not given back .* gone: 1/);
});
