import type { DictionaryLamp } from './dictionary.ts';
import type { Circuit } from './supply.ts';

/** What of a lamp tells on which circuit it is. */
export interface OnCircuit {
  readonly cabinet?: string | undefined;
  readonly circuit?: string | undefined;
  readonly sharedCircuit?: true | undefined;
}

/**
 * The circuit that a lamp is on: lamps of one key are on one circuit. A circuit is its cabinet's, for each cabinet may
 * number its own from 1; one that the inventory lists under no cabinet is one, whatever cabinets name it (ADR 126).
 * @returns undefined where the inventory doesn't say
 */
export const circuitKey = ({ cabinet = '', circuit, sharedCircuit }: OnCircuit): string | undefined =>
  circuit === undefined ? undefined : circuitListed(circuit, sharedCircuit ? undefined : cabinet);

/** The same of a circuit as a list has it. */
export const circuitListed = (name: string, cabinet: string | undefined): string =>
  `${cabinet ?? ''}|${name}`;

/** Lamps that say of their circuit whether cabinets share it, by the list of circuits. */
export function sharingOf(circuits: readonly Circuit[]): (lamp: DictionaryLamp) => DictionaryLamp {
  const shared = new Set(circuits.flatMap(({ id, cabinet }) => (cabinet === undefined ? [id] : [])));
  return ({ sharedCircuit: _, ...lamp }) =>
    lamp.circuit !== undefined && shared.has(lamp.circuit) ? { ...lamp, sharedCircuit: true } : lamp;
}
