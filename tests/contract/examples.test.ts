import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { BlobRequest } from '../../src/shared/wire/blob.ts';
import { Command } from '../../src/shared/wire/command.ts';
import { Query, QueryPage } from '../../src/shared/wire/query.ts';
import { ROOM_DATA, ROOM_KINDS } from '../../src/shared/wire/room-data.ts';
import { filters, idsOf } from '../../src/shared/wire/topic.ts';
import type { Channel } from '../../tools/asyncapi/channel.ts';
import { channels } from '../../tools/asyncapi/channels.ts';

/** What other implementers copy must be taken by the code, on a topic that carries it. */
const folder = join(import.meta.dirname, '../../docs/contract/examples');
const Example = z.strictObject({ schema: z.string(), topic: z.string(), payload: z.looseObject({}) });
const all: readonly Channel[] = Object.values(channels);

/** A file has one example, or several of one area. */
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => {
    const content: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    return (Array.isArray(content) ? content : [content]).map((one, i) => ({
      name: Array.isArray(content) ? `${name} ${i}` : name,
      ...Example.parse(one),
    }));
  });

/** `room/v1/cmd/{seatId}` takes `room/v1/cmd/seat-14`. */
const fits = (address: string, topic: string): boolean =>
  new RegExp(`^${address.replaceAll(/\{\w+\}/g, '[^/+#]+')}$`).test(topic);

test.each(examples)('$name', ({ schema, topic, payload }) => {
  const channel = all.find(({ address }) => fits(address, topic));
  const reader = channel?.messages[schema];
  expect(reader, `${topic} carries no ${schema}`).toBeInstanceOf(z.ZodType);
  if (reader === undefined || reader === 'frame') return;
  expect(z.prettifyError(reader.safeParse(payload).error ?? new z.ZodError([]))).toBe('');
});

describe('there is an example of', () => {
  const messages = all.flatMap(({ address, messages }) =>
    Object.entries(messages).flatMap(([schema, reader]) => (reader === 'frame' ? [] : [[schema, address]])),
  );
  test.each(messages)('%s on %s', (schema, address) => {
    const there = examples.filter((one) => one.schema === schema && fits(address!, one.topic));
    expect(there.map(({ name }) => name)).not.toEqual([]);
  });

  test.each(ROOM_KINDS)('room data: %s, of its own schema', (kind) => {
    const there = examples.filter(({ topic }) => idsOf(filters.data, topic)?.[0] === kind);
    expect(there.map(({ name }) => name)).not.toEqual([]);
    for (const { topic, payload } of there) {
      const { id } = ROOM_DATA[kind].parse(payload);
      expect(idsOf(filters.data, topic)).toEqual([kind, id]);
    }
  });

  const said = (schema: string, field: string) =>
    new Set(examples.filter((one) => one.schema === schema).map(({ payload }) => payload[field]));
  test.each([
    ['commands', said('Command', 'op'), Command.options.map(({ shape }) => shape.op.value)],
    ['questions', said('Query', 'type'), Query.options.map(({ shape }) => shape.type.value)],
    ['answers', said('QueryPage', 'type'), QueryPage.options.map(({ shape }) => shape.type.value)],
    ['wishes for files', said('BlobRequest', 'op'), BlobRequest.options.map(({ shape }) => shape.op.value)],
  ])('all %s', (_, have, want) => {
    expect(want.filter((one) => !have.has(one))).toEqual([]);
  });
});
