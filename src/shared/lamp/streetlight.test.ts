import { describe, expect, test } from 'vitest';
import { StreetlightInput } from './streetlight.ts';

const plain = {
  id: 'urn:ngsi-ld:Streetlight:L-1',
  type: 'Streetlight',
  powerState: 'on',
  illuminanceLevel: 0.6,
  status: 'ok',
  powerConsumption: 21.4,
  refStreetlightControlCabinet: 'urn:ngsi-ld:StreetlightControlCabinet:A-118',
  observationDateTime: '2026-11-24T02:07:42.000Z',
};

const v2 = {
  id: plain.id,
  type: plain.type,
  powerState: { type: 'Text', value: 'on', metadata: {} },
  illuminanceLevel: { type: 'Number', value: 0.6, metadata: {} },
  status: { type: 'Text', value: 'ok' },
  powerConsumption: { type: 'Number', value: 21.4 },
  refStreetlightControlCabinet: { type: 'Relationship', value: plain.refStreetlightControlCabinet },
  observationDateTime: { type: 'DateTime', value: plain.observationDateTime },
};

const ld = {
  '@context': ['https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context.jsonld'],
  id: plain.id,
  type: plain.type,
  powerState: { type: 'Property', value: 'on', observedAt: '2026-11-24T02:07:40.000Z' },
  illuminanceLevel: { type: 'Property', value: 0.6, observedAt: '2026-11-24T02:07:42.000Z' },
  status: { type: 'Property', value: 'ok' },
  powerConsumption: { type: 'Property', value: 21.4, unitCode: 'WTT' },
  refStreetlightControlCabinet: { type: 'Relationship', object: plain.refStreetlightControlCabinet },
};

const ldTyped = {
  ...ld,
  observationDateTime: {
    type: 'Property',
    value: { '@type': 'DateTime', '@value': '2026-11-24T02:07:42.000Z' },
  },
};

describe('a lamp says the same in each of the encodings', () => {
  test.each([
    ['key values', plain],
    ['NGSI-v2 normalized', v2],
    ['NGSI-LD normalized, time on the attributes', ld],
    ['NGSI-LD normalized, time typed', ldTyped],
  ])('%s', (_name, entity) => {
    expect(StreetlightInput.parse(entity)).toEqual(plain);
  });
});

test.each([
  ['level beyond 1', { ...plain, illuminanceLevel: 60 }, 'illuminanceLevel'],
  ['unknown state', { ...plain, powerState: 'bright' }, 'powerState'],
  ['no time', { ...plain, observationDateTime: undefined }, 'observationDateTime'],
  ['another entity', { ...plain, type: 'Device' }, 'type'],
])('%s is refused by the name of its field', (_name, entity, field) => {
  const { error } = StreetlightInput.safeParse(entity);
  expect(error?.issues[0]?.path).toEqual([field]);
});

test.each([[null], ['on'], [42], [[plain]]])('%j is no lamp', (entity) => {
  expect(StreetlightInput.safeParse(entity).success).toBe(false);
});
