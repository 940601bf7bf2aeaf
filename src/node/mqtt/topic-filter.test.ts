import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelsOf, matcher } from './topic-filter.ts';

const matches = (filter: string, topic: string): boolean => matcher(filter)(levelsOf(topic));

/** Levels may be empty and hold anything but what MQTT reserves; `$` first is tried apart. */
const level = fc.string({ maxLength: 4 }).map((s) => s.replace(/[/+#$\0]/g, '-'));
const levels = fc.array(level, { minLength: 1, maxLength: 6 });

describe('examples of the standard', () => {
  test.each([
    ['sport/tennis/player1/#', 'sport/tennis/player1', true],
    ['sport/tennis/player1/#', 'sport/tennis/player1/ranking', true],
    ['sport/#', 'sport', true],
    ['#', 'anything/at/all', true],
    ['sport/tennis/+', 'sport/tennis/player1', true],
    ['sport/tennis/+', 'sport/tennis/player1/ranking', false],
    ['sport/+', 'sport', false],
    ['sport/+', 'sport/', true],
    ['+/+', '/finance', true],
    ['/+', '/finance', true],
    ['+', '/finance', false],
    ['#', '$SYS/uptime', false],
    ['+/uptime', '$SYS/uptime', false],
    ['$SYS/#', '$SYS/uptime', true],
    ['$share/hubs/room/v1/cmd/+', 'room/v1/cmd/seat-01', true],
    ['room/v1/cmd/+', 'room/v1/cmd/a%2Fb', true],
  ])('%s ~ %s: %s', (filter, topic, expected) => expect(matches(filter, topic)).toBe(expected));
});

describe('for any topic', () => {
  test('it matches itself and nothing else without wildcards', () => {
    fc.assert(
      fc.property(levels, levels, (a, b) => {
        const [one, other] = [a.join('/'), b.join('/')];
        expect(matches(one, one)).toBe(true);
        expect(matches(one, other)).toBe(one === other);
      }),
    );
  });

  test('+ in any place matches exactly the topics of the same length that agree elsewhere', () => {
    fc.assert(
      fc.property(levels, fc.nat(), level, (topic, n, other) => {
        const i = n % topic.length;
        const filter = topic.with(i, '+').join('/');
        expect(matches(filter, topic.join('/'))).toBe(true);
        expect(matches(filter, topic.with(i, other).join('/'))).toBe(true);
        expect(matches(filter, [...topic, other].join('/'))).toBe(false);
      }),
    );
  });

  test('# matches every continuation and the parent itself', () => {
    fc.assert(
      fc.property(levels, fc.array(level, { maxLength: 4 }), (parent, more) => {
        expect(matches([...parent, '#'].join('/'), [...parent, ...more].join('/'))).toBe(true);
        expect(matches([...parent, 'x', '#'].join('/'), [...parent, 'y', ...more].join('/'))).toBe(false);
      }),
    );
  });
});
