import { z } from 'zod';
import { GroundArea } from '../../src/shared/geo/ground.ts';
import { Position } from '../../src/shared/geo/position.ts';
import { StreetPiece } from '../../src/shared/geo/streets.ts';
import { DictionaryLamp } from '../../src/shared/lamp/dictionary.ts';
import { Caller, Owner, Place, Ticket, TicketDraft } from '../../src/shared/ticket/model.ts';
import { JournalEntry } from '../../src/shared/wire/journal.ts';
import { ReplyCode, SessionState, ViewGrant } from '../../src/shared/wire/reply.ts';
import { Instant } from '../../src/shared/wire/time.ts';
import type { Channel } from './channel.ts';
import { channels } from './channels.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Parts of payloads that have a name of their own, so that the document says them once. */
const parts = {
  Instant,
  Position,
  Place,
  Caller,
  Owner,
  Ticket,
  TicketDraft,
  ReplyCode,
  SessionState,
  ViewGrant,
  JournalEntry,
  DictionaryLamp,
  StreetPiece,
  GroundArea,
};

/** @throws Error where two schemas have one name */
function named(of: readonly Channel[]): ReadonlyMap<string, z.ZodType> {
  const found = new Map<string, z.ZodType>(Object.entries(parts));
  for (const [name, schema] of of.flatMap(({ messages }) => Object.entries(messages))) {
    if (schema === 'frame') continue;
    if ((found.get(name) ?? schema) !== schema) throw new Error(`two schemas are called ${name}`);
    found.set(name, schema);
  }
  return found;
}

/** zod refers to what recurs by a document within the document; AsyncAPI knows one document. */
const withinOne = (json: string): string => json.replaceAll('__shared#/', '__shared/');

/**
 * The payloads as JSON Schema draft-07, the dialect of AsyncAPI, by name. `io: 'input'`: what a sender may write,
 * where fields with defaults may be left out and a preprocessed payload has the form it is brought to.
 */
export function jsonSchemas(): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of named(Object.values(channels))) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    target: 'draft-07',
    io: 'input',
    uri: (name) => `#/components/schemas/${name}`,
    // To zod it says that code doesn't change the value; on the wire it would say that senders may not write it.
    override: ({ jsonSchema }) => void delete jsonSchema.readOnly,
  });
  const own = JSON.parse(withinOne(JSON.stringify(schemas))) as Record<string, JsonSchema>;
  return Object.fromEntries(
    Object.entries(own).map(([name, { $schema: _schema, $id: _id, ...schema }]) => [name, schema]),
  );
}
