import type { Channel } from './channel.ts';
import { channels } from './channels.ts';
import { type JsonSchema, jsonSchemas } from './schemas.ts';

/** As far as its parts are looked at again; what it may hold beyond is AsyncAPI's to say. */
export interface AsyncApi {
  readonly asyncapi: '3.0.0';
  readonly channels: Readonly<Record<string, JsonSchema & { readonly address: string }>>;
  readonly operations: Readonly<Record<string, JsonSchema>>;
  readonly components: {
    readonly messages: Readonly<Record<string, JsonSchema>>;
    readonly schemas: Readonly<Record<string, JsonSchema>>;
  };
  readonly [field: string]: unknown;
}

const ref = (...path: readonly string[]) => ({ $ref: `#/${path.join('/')}` });

/** The names in braces. */
export const placesOf = (address: string): readonly string[] =>
  [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

const channelOf = ({ address, summary, from, to, qos, retained, messages }: Channel) => ({
  address,
  summary,
  description: `From ${from} to ${to.join(', ')}. QoS ${qos}, ${retained ? 'retained' : 'not retained'}.`,
  ...(placesOf(address).length === 0
    ? {}
    : {
        parameters: Object.fromEntries(
          placesOf(address).map((name) => [name, { description: 'Any id, with % / + # percent-encoded.' }]),
        ),
      }),
  messages: Object.fromEntries(
    Object.keys(messages).map((name) => [name, ref('components', 'messages', name)]),
  ),
});

/** What the hub does on a channel; undefined where it has no part in it. */
function operationOf(name: string, channel: Channel): JsonSchema | undefined {
  const action = channel.from === 'hub' ? 'send' : channel.to.includes('hub') ? 'receive' : undefined;
  if (action === undefined) return undefined;
  const { qos, retained, answeredOn } = channel;
  return {
    action,
    channel: ref('channels', name),
    bindings: { mqtt: { qos, retain: retained, bindingVersion: '0.2.0' } },
    ...(answeredOn === undefined ? {} : { reply: { channel: ref('channels', answeredOn) } }),
  };
}

const messageOf = (name: string, schema: Channel['messages'][string]): JsonSchema =>
  schema === 'frame'
    ? {
        name,
        contentType: 'application/octet-stream',
        payload: { type: 'string', format: 'binary', description: 'docs/contract/district-frame.md' },
      }
    : { name, contentType: 'application/json', payload: ref('components', 'schemas', name) };

/**
 * The wire contract as an AsyncAPI 3.0 document, seen from the hub.
 * @param version of the software, as package.json has it
 */
export function asyncApi(version: string): AsyncApi {
  const all = Object.entries(channels);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Vigie: the wire contract',
      version,
      description:
        'Traffic of a control room over MQTT 5: city, hub and seats. Built from the schemas of src/shared; ' +
        'docs/contract/ says what schemas cannot.',
    },
    defaultContentType: 'application/json',
    servers: {
      room: {
        host: 'broker.room.example:8883',
        protocol: 'secure-mqtt',
        protocolVersion: '5.0',
        description: 'The broker of a room: mutual TLS, rights by topic.',
      },
    },
    channels: Object.fromEntries(all.map(([name, channel]) => [name, channelOf(channel)])),
    operations: Object.fromEntries(
      all.flatMap(([name, channel]) => {
        const operation = operationOf(name, channel);
        return operation === undefined ? [] : [[name, operation] as const];
      }),
    ),
    components: {
      messages: Object.fromEntries(
        all.flatMap(([, { messages }]) =>
          Object.entries(messages).map(([name, schema]) => [name, messageOf(name, schema)] as const),
        ),
      ),
      schemas: jsonSchemas(),
    },
  };
}
