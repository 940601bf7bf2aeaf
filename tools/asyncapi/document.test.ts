import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { topics } from '../../src/shared/wire/topic.ts';
import { checkContract } from '../check/contract.ts';
import { channels } from './channels.ts';
import { asyncApi } from './document.ts';
import { asyncApiFaults } from './faults.ts';
import { jsonSchemas } from './schemas.ts';

const text = JSON.stringify(asyncApi('1.2.3'));
/** The document with one thing changed; the change must hit. */
function planted(from: string | RegExp, to: string): unknown {
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return JSON.parse(changed);
}

describe('the document', () => {
  test('is AsyncAPI 3.0 and says every topic', () => {
    const { faults, looked } = checkContract();
    expect(faults).toEqual([]);
    expect(looked).toMatch(/^[1-9]/);
    expect(Object.keys(channels).toSorted()).toEqual(Object.keys(topics).toSorted());
  });

  test('a mistake is found: in a word, in a reference, in a parameter, in a missing part', () => {
    expect(asyncApiFaults(planted('"action":"receive"', '"action":"accept"')).join('\n')).toContain(
      '/action',
    );
    expect(asyncApiFaults(planted('#/components/schemas/Ticket"', '#/components/schemas/Tiket"'))).toEqual([
      '#/components/schemas/Tiket: there is nothing',
    ]);
    expect(asyncApiFaults(planted('cmd/{seatId}', 'cmd/{seat}'))).toEqual([
      '/channels/command/parameters: seatId; its address has seat',
    ]);
    expect(asyncApiFaults(planted(/"info":\{.*?\},/, '')).join('\n')).toContain("'info'");
    expect(asyncApiFaults(planted('"minimum":1', '"minimum":"one"'))).not.toEqual([]);
  });

  test('says what the hub does, and where it answers', () => {
    const { operations } = asyncApi('1.2.3');
    expect(operations.command).toMatchObject({
      action: 'receive',
      reply: { channel: { $ref: '#/channels/reply' } },
    });
    expect(operations.event).toMatchObject({ action: 'send', bindings: { mqtt: { qos: 1, retain: false } } });
    expect(operations).not.toHaveProperty('intent');
  });
});

describe('the schemas', () => {
  const schemas = jsonSchemas();
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'doc', components: { schemas } });
  const accepts = (name: string, payload: unknown) =>
    ajv.validate({ $ref: `doc#/components/schemas/${name}` }, payload);

  test('take what the contract takes and refuse what it refuses', () => {
    const at = '2026-11-23T18:04:05.123Z';
    const claim = {
      v: 1,
      cmd: '0196a0c0-0000-7000-8000-000000000001',
      session: 's-1',
      op: 'ticket.claim',
      target: { type: 'ticket', id: 't-1' },
      exp: 7,
      args: {},
      madeAt: at,
    };
    expect(accepts('Command', claim)).toBe(true);
    expect(accepts('Command', { ...claim, op: 'ticket.steal' })).toBe(false);
    expect(accepts('Command', { ...claim, madeAt: '2026-11-23' })).toBe(false);
    const entry = {
      v: 1,
      n: 1,
      at,
      action: 'a',
      salt: '',
      leaf: '',
      head: '',
      payload: { deep: [{ b: null }] },
    };
    expect(accepts('JournalEntry', entry)).toBe(true);
  });

  test('leave out what a sender may leave out', () => {
    const cabinet = {
      id: 'A-1',
      type: 'StreetlightControlCabinet',
      observationDateTime: '2026-11-23T18:04:05Z',
    };
    expect(accepts('StreetlightControlCabinet', cabinet)).toBe(true);
  });
});
