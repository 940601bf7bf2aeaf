import fc from 'fast-check';
import { expect, test } from 'vitest';
import { programOf } from './calendar.ts';
import { type Day, daysAfter } from './local-time.ts';
import { Calendar } from './model.ts';

const calendar = Calendar.parse({
  id: 'rues',
  name: 'Rues',
  program: 'usual',
  rules: [
    { days: ['07-14', '2026-05-08'], program: 'fete' },
    { from: '2026-12-05', to: '2026-12-08', program: 'lumieres' },
    { from: '12-20', to: '01-05', program: 'noel' },
    { weekdays: ['fri', 'sat'], from: '06-01', to: '08-31', program: 'ete' },
  ],
});

test.each([
  ['2026-07-14', 'fete'], // a Tuesday
  ['2029-07-14', 'fete'], // a Saturday: the rule above decides
  ['2026-05-08', 'fete'],
  ['2027-05-08', 'usual'],
  ['2026-12-04', 'usual'],
  ['2026-12-05', 'lumieres'],
  ['2026-12-08', 'lumieres'],
  ['2027-12-06', 'usual'],
  ['2026-12-19', 'usual'],
  ['2026-12-31', 'noel'],
  ['2027-01-05', 'noel'],
  ['2027-01-06', 'usual'],
  ['2026-06-05', 'ete'], // a Friday
  ['2026-06-04', 'usual'],
  ['2026-09-04', 'usual'],
])('the night of %s follows %s', (day, program) => expect(programOf(calendar, day as Day)).toBe(program));

test('every night has exactly one program, and a rule of one day moves no other night', () => {
  const days = fc.integer({ min: 0, max: 3_000 }).map((n) => daysAfter('2026-01-01' as Day, n));
  fc.assert(
    fc.property(days, days, (exception, other) => {
      const before = programOf(calendar, other);
      const rule = { days: [exception], program: 'exception' };
      const changed = Calendar.parse({ ...calendar, rules: [rule, ...calendar.rules] });
      expect(programOf(changed, other)).toBe(other === exception ? 'exception' : before);
    }),
  );
});
