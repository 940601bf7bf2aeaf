import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Channel } from '../../tools/asyncapi/channel.ts';
import { channels } from '../../tools/asyncapi/channels.ts';

/** What other implementers copy must be taken by the code, on a topic that carries it. */
const folder = join(import.meta.dirname, '../../docs/contract/examples');
const Example = z.strictObject({ schema: z.string(), topic: z.string(), payload: z.unknown() });
const all: readonly Channel[] = Object.values(channels);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** `room/v1/cmd/{seatId}` takes `room/v1/cmd/seat-14`. */
const fits = (address: string, topic: string): boolean =>
  new RegExp(`^${address.replaceAll(/\{\w+\}/g, '[^/+#]+')}$`).test(topic);

test('there are examples', () => expect(names.length).toBeGreaterThan(10));

test.each(names)('%s', (name) => {
  const { schema, topic, payload } = Example.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const channel = all.find(({ address }) => fits(address, topic));
  const reader = channel?.messages[schema];
  expect(reader, `${topic} carries no ${schema}`).toBeInstanceOf(z.ZodType);
  if (reader === undefined || reader === 'frame') return;
  expect(z.prettifyError(reader.safeParse(payload).error ?? new z.ZodError([]))).toBe('');
});
