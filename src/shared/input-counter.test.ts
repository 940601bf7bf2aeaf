import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputCounter, type Rejection, topicClass } from './input-counter.ts';
import { topics } from './wire/topic.ts';

const rejection = (over: Partial<Rejection> = {}): Rejection => ({
  topic: 'room/v1/cmd/seat-01',
  reason: 'json',
  message: 'unexpected end',
  at: 0,
  ...over,
});

describe('the class of a topic', () => {
  test.each([
    [topics.lampState('L 1'), 'city/v1/lamp/+/state'],
    [topics.cityEvent(), 'city/v1/event'],
    [topics.data('people', '42'), 'room/v1/data/+/+'],
    [topics.districtDelta('07'), 'room/v1/dist/+/delta'],
    [topics.command('seat-01'), 'room/v1/cmd/+'],
    ['home/lamp', 'other'],
    ['', 'other'],
  ])('%s → %s', (topic, expected) => expect(topicClass(topic)).toBe(expected));

  test('does not depend on the ids', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (id) => {
        expect(topicClass(topics.lampState(id))).toBe('city/v1/lamp/+/state');
      }),
    );
  });
});

describe('counting', () => {
  test('adds up by class and reason and keeps the newest sample', () => {
    const counter = new InputCounter();
    counter.reject(rejection({ at: 1 }));
    counter.reject(rejection({ at: 2, topic: 'room/v1/cmd/seat-02', field: 'args.level' }));
    counter.reject(rejection({ at: 3, reason: 'schema' }));
    const { total, kinds } = counter.snapshot();
    expect(total).toBe(3);
    expect(kinds.map(({ class: kind, reason, count }) => [kind, reason, count])).toEqual([
      ['room/v1/cmd/+', 'schema', 1],
      ['room/v1/cmd/+', 'json', 2],
    ]);
    expect(kinds[1]?.last).toMatchObject({ topic: 'room/v1/cmd/seat-02', field: 'args.level', at: 2 });
  });

  test('stays bounded and still accounts for all', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (reasons) => {
        const counter = new InputCounter({ maxKinds: 5 });
        for (const reason of reasons) counter.reject(rejection({ reason: `r${reason}` }));
        const { total, forgotten, kinds } = counter.snapshot();
        expect(kinds.length).toBeLessThanOrEqual(5);
        expect(forgotten + kinds.reduce((sum, { count }) => sum + count, 0)).toBe(total);
        expect(total).toBe(reasons.length);
        if (reasons.length > 0) expect(kinds[0]?.reason).toBe(`r${reasons.at(-1)}`);
      }),
    );
  });

  test('cuts long samples', () => {
    const counter = new InputCounter();
    counter.reject(rejection({ message: 'x'.repeat(10_000) }));
    expect(counter.snapshot().kinds[0]!.last.message.length).toBe(301);
  });

  test('advises one log line per kind and period, with the number it stands for', () => {
    const counter = new InputCounter({ logEveryMs: 100 });
    expect(counter.reject(rejection({ at: 0 }))).toEqual({ log: true, suppressed: 0 });
    expect(counter.reject(rejection({ at: 50 }))).toEqual({ log: false });
    expect(counter.reject(rejection({ at: 60, reason: 'schema' }))).toEqual({ log: true, suppressed: 0 });
    expect(counter.reject(rejection({ at: 99 }))).toEqual({ log: false });
    expect(counter.reject(rejection({ at: 100 }))).toEqual({ log: true, suppressed: 2 });
  });
});
