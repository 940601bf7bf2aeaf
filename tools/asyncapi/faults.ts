import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { placesOf } from './document.ts';

/** AsyncAPI's own JSON schema for documents of 3.0. */
const specification = (): object =>
  JSON.parse(
    readFileSync(fileURLToPath(import.meta.resolve('@asyncapi/specs/schemas/3.0.0.json')), 'utf8'),
  ) as object;

/** Where references of a document point, each once. */
function references(value: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  JSON.stringify(value, (key, inner: unknown) => {
    if (key === '$ref' && typeof inner === 'string') found.add(inner);
    return inner;
  });
  return found;
}

function isThere(document: unknown, reference: string): boolean {
  if (!reference.startsWith('#/')) return false;
  let at: unknown = document;
  for (const step of reference.slice(2).split('/')) {
    if (typeof at !== 'object' || at === null || !(step in at)) return false;
    at = (at as Record<string, unknown>)[step];
  }
  return true;
}

interface Channels {
  readonly channels?: Readonly<Record<string, { readonly address?: string; readonly parameters?: object }>>;
}

function parameterFaults({ channels = {} }: Channels): readonly string[] {
  return Object.entries(channels).flatMap(([name, { address = '', parameters = {} }]) => {
    const places = placesOf(address).toSorted().join();
    const said = Object.keys(parameters).toSorted().join();
    return places === said ? [] : [`/channels/${name}/parameters: ${said}; its address has ${places}`];
  });
}

/**
 * What keeps a document from being AsyncAPI 3.0: by its JSON schema, and beyond it, references that lead nowhere and
 * parameters that an address has not.
 * @param document as it came from JSON
 */
export function asyncApiFaults(document: unknown): readonly string[] {
  // It brings the meta-schema of draft-07 itself, and is not ours to check.
  const ajv = new Ajv({
    strict: false,
    meta: false,
    validateSchema: false,
    validateFormats: false,
    allErrors: true,
  });
  const valid = ajv.validate(specification(), document);
  const dangling = [...references(document)].filter((reference) => !isThere(document, reference));
  return [
    ...(valid ? [] : (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`)),
    ...dangling.map((reference) => `${reference}: there is nothing`),
    ...parameterFaults(document as Channels),
  ];
}
