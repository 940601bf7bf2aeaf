import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What tells the hour or the day by this computer's own zone. */
const OWN_CLOCK =
  /\.[gs]et(?:Hours|Minutes|Seconds|Date|Day|Month|FullYear)\(|\.to(?:Date|Time|LocaleDate|LocaleTime)String\(|Intl\.DateTimeFormat\(/;
/** Where a zone is always given; or it is said which one this computer is set to. */
const GIVEN = [
  'src/renderer/lib/i18n/format.ts',
  'src/renderer/lib/i18n/zone.ts',
  'src/shared/lighting/local-time.ts',
  'src/shared/answer/templates.ts',
];

const leaks = (text: string): readonly string[] => text.split('\n').filter((line) => OWN_CLOCK.test(line));

describe('times that people read are the room’s', () => {
  it('and no file of console or rules asks this computer for its hour or its day', () => {
    const files = globSync('src/{renderer,seat,shared}/**/*.{ts,tsx}').filter(
      (file) => !/\.test\.tsx?$/.test(file) && !GIVEN.includes(file),
    );
    expect(files.length).toBeGreaterThan(800);
    const found = files.flatMap((file) =>
      leaks(readFileSync(file, 'utf8')).map((line) => `${file}: ${line}`),
    );
    expect(found).toEqual([]);
  });
  it.each([
    'const hour = new Date(at).getHours();',
    'at.toLocaleTimeString()',
    'new Intl.DateTimeFormat(locale, { day })',
    'date.setHours(0, 0)',
  ])('finds %s', (line) => expect(leaks(line)).toHaveLength(1));
});
