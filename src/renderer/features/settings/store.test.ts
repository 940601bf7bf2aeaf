import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Bridge, ShellInfo } from '../../../shared/ipc/contract.ts';
import { createSettingsStore } from './store.ts';

test('choices are written down as values that a seat takes, whether the legend was ever touched or not', () => {
  const written: unknown[] = [];
  const bridge = {
    request: async (_: string, { value }: { value: unknown }) => void written.push(value),
    on: () => () => {},
  } as unknown as Bridge;
  const store = createSettingsStore(bridge, () => {}, { locale: 'fr', theme: 'night' } as ShellInfo);
  store.getState().choose({ theme: 'day' });
  store.getState().choose({ legend: 'closed' });
  expect(written.map((value) => z.json().safeParse(value).success)).toEqual([true, true]);
  expect(written[0]).toMatchObject({ theme: 'day', legend: 'auto' });
  expect(written[1]).toMatchObject({ theme: 'day', legend: 'closed' });
});
