import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/shared/advice/rules.ts';
import { KEEPS_VERSION, TicketEventType } from '../../src/shared/ticket/model.ts';
import { Command } from '../../src/shared/wire/command.ts';
import { ROOM_KINDS } from '../../src/shared/wire/room-data.ts';
import type { Channel, Party } from '../../tools/asyncapi/channel.ts';
import { channels } from '../../tools/asyncapi/channels.ts';

/** What others read of the contract, and what the broker lets them do, is all there: nothing is added in code alone. */
const root = join(import.meta.dirname, '../..');
const read = (...files: readonly string[]): string =>
  files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
const all: readonly Channel[] = Object.values(channels);

describe('docs/contract', () => {
  const table = read('docs/contract/README.md').replaceAll(/<\w+>/g, '<>');
  test.each(all)('has $address in its table of topics, with how it travels', ({ address, retained, qos }) => {
    const topic = address.replaceAll(/\{\w+\}/g, '<>');
    const row = table.split('\n').find((line) => line.startsWith(`| \`${topic}\``));
    expect(row?.includes('•')).toBe(retained);
    expect(row?.split(' | ')[2]?.trim()).toBe(String(qos));
  });

  test.each(ROOM_KINDS)('has room data %s in it', (kind) => {
    expect(table).toMatch(new RegExp(`^\\| \`room/v1/data/${kind}/[^|]*\\|`, 'm'));
  });

  const pages = read(...['README', 'tickets', 'alarms'].map((page) => `docs/contract/${page}.md`));
  test.each(Command.options.map(({ shape }) => shape.op.value))('says what %s does', (op) => {
    const [area, verb] = op.split('.');
    const rows = ['ticket', 'alarm', 'shift'].includes(area!) ? `|\`${verb}\`` : '';
    expect(new RegExp(`\`${op.replace('.', '\\.')}\`${rows}`).test(pages)).toBe(true);
  });
});

test('docs/contract/tickets.md lists every event, under whether it raises the version', () => {
  const [, after = ''] = read('docs/contract/tickets.md').split('\n## Events\n');
  const [section = ''] = after.split('\n## ');
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  const second = rows.findIndex((row) => row.includes('keeps the version'));
  const listed = (of: readonly string[]) =>
    new Set(of.flatMap((row) => [...row.matchAll(/`(\w+\.\w+)`/g)].map(([, type]) => type)));
  const raising = TicketEventType.options.filter((type) => !KEEPS_VERSION.has(type));
  expect(listed(rows.slice(0, second))).toEqual(new Set(raising));
  expect(listed(rows.slice(second))).toEqual(KEEPS_VERSION);
});

test.each(Object.keys(RULES))('docs/operating/advice.md says what the rule %s is for', (rule) => {
  expect(read('docs/operating/advice.md')).toMatch(new RegExp(`^\\| \`${rule}\``, 'm'));
});

describe('the rights at the broker', () => {
  const USERS: Readonly<Record<Party, string>> = {
    hub: 'hub',
    seat: '@SEAT@',
    // In the demo one user plays all of the field.
    'field gateway': 'city',
    'camera gateway': 'city',
    fleet: 'city',
    telephony: 'city',
    source: 'city',
  };
  const lines = read('resources/mosquitto/room.acl', 'resources/mosquitto/seat.acl').split('\n');
  const rights = new Map<string, [access: string, filter: string][]>();
  let user = '';
  for (const line of lines) {
    const [word, first = '', second = ''] = line.split(' ');
    if (word === 'user') user = first;
    if (word === 'topic') rights.set(user, [...(rights.get(user) ?? []), [first, second]]);
  }
  /** MQTT's rule: `+` is one level, `#` all that follow. */
  const covers = (filter: string, topic: string): boolean => {
    const parts = filter.split('/').map((part) => (part === '+' ? '[^/]+' : part === '#' ? '.+' : part));
    return new RegExp(`^${parts.join('/')}$`).test(topic);
  };
  const may = (party: Party, access: 'read' | 'write', topic: string): boolean =>
    (rights.get(USERS[party]) ?? []).some(
      ([granted, filter]) => (granted === access || granted === 'readwrite') && covers(filter, topic),
    );

  test.each(all)('let who speaks and who listens have $address', ({ address, from, to }) => {
    // Its own seat's topics are those that a seat may use; any other id is somebody's.
    const topic = address.replace('{seatId}', '@SEAT@').replaceAll(/\{\w+\}/g, 'x');
    expect(may(from, 'write', topic), `${from} writes`).toBe(true);
    for (const party of to) expect(may(party, 'read', topic), `${party} reads`).toBe(true);
  });

  test.each(all.filter(({ from }) => from === 'seat'))(
    'let no seat write as another: $address',
    ({ address }) => {
      expect(may('seat', 'write', address.replaceAll(/\{\w+\}/g, 'x'))).toBe(false);
    },
  );

  test('let a seat write nothing of the hub’s', () => {
    for (const { address, from } of all)
      if (from !== 'seat') expect(may('seat', 'write', address.replaceAll(/\{\w+\}/g, 'x'))).toBe(false);
  });
});
