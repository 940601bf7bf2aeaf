import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NOTHING, packed } from '../../../../shared/energy/sums.ts';
import type { DistrictId } from '../../../../shared/ids.ts';
import type { EnergyAnswer, EnergyWish } from '../../../../shared/ipc/energy.ts';
import { type Day, daysAfter } from '../../../../shared/lighting/local-time.ts';
import { LONGEST_DAYS } from '../../../../shared/wire/energy.ts';
import { piecesOf, streetFile } from './street-file.ts';

const FIRST = '2026-01-01' as Day;
const options = (ask: (wish: EnergyWish) => EnergyAnswer, signal = new AbortController().signal) => ({
  ask: async (wish: EnergyWish) => ask(wish),
  pause: async () => undefined,
  nameOf: () => 'Centre',
  uncertainty: { meter: 2, power: 5, rated: 10, baseline: 5 },
  locale: 'fr' as const,
  onProgress: () => undefined,
  signal,
});
const aDay = ({ from: at }: EnergyWish): EnergyAnswer => ({
  kind: 'found',
  rows: [{ at, district: '01' as DistrictId, street: 'rue Monge', sums: [...packed(NOTHING)] }],
});

it('each day is in one piece, and no piece is longer than the hub answers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
      const last = daysAfter(FIRST, days);
      const pieces = piecesOf(FIRST, last);
      expect(pieces[0]?.from).toBe(FIRST);
      expect(pieces.at(-1)?.to).toBe(last);
      for (const [n, { from, to }] of pieces.entries()) {
        if (n > 0) expect(from).toBe(daysAfter(pieces[n - 1]!.to, 1));
        expect((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1).toBeLessThanOrEqual(
          LONGEST_DAYS.streetDay,
        );
      }
    }),
  );
});

it('is one file with its head once, and the mark by which spreadsheets know its alphabet', async () => {
  const file = await streetFile(FIRST, daysAfter(FIRST, 20), options(aDay));
  if (!(file instanceof Blob)) throw new Error('no file');
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = (await file.text()).trim().split('\r\n');
  expect(lines.map((line) => line.split(';')[3])).toEqual(['day', '2026-01-01', '2026-01-08', '2026-01-15']);
});

it('is none where the hub leaves half-way, or somebody gives it up', async () => {
  let asked = 0;
  const leaves = (wish: EnergyWish) => (++asked < 3 ? aDay(wish) : { kind: 'away' as const });
  expect(await streetFile(FIRST, daysAfter(FIRST, 60), options(leaves))).toBe('away');
  const giving = new AbortController();
  const given = (wish: EnergyWish) => {
    giving.abort();
    return aDay(wish);
  };
  expect(await streetFile(FIRST, daysAfter(FIRST, 60), options(given, giving.signal))).toBeUndefined();
});
