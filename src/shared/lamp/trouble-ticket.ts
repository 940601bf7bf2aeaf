import { v5 } from 'uuid';
import type { TicketId } from '../ids.ts';
import type { TicketDraft } from '../ticket/model.ts';
import type { LampOverride } from './override.ts';

/** For names that are orders. */
const ORDERS = '5b1c1a52-6c1e-4d0a-9f2f-2d1f0f6f6a1e';
const MOST_DEVICES = 200;
const MOST_TITLE = 160;
const MOST_TEXT = 4_000;

/** What an order is known by, of whatever commands it was sent as: a selection's id, or that of its only command. */
export const orderKey = ({ id, selection }: Pick<LampOverride, 'id' | 'selection'>): string =>
  selection?.id ?? id;

/** The ticket on the lamps of an order that have not followed: whoever opens it, at whatever seat, opens the same one. */
export const troubleTicketId = (order: string): TicketId => v5(order, ORDERS) as TicketId;

interface Said {
  /** @param n so many lamps @param name what was commanded: a selection's, or a street */
  readonly title: (n: number, name: string) => string;
  /** why each has not followed, and how many are not named */
  readonly lines: (parts: readonly LampOverride[], unnamed: number) => readonly string[];
}

/** One ticket for all that have not followed. A message names some of them: how many more there are is said. */
export function troubleDraft(parts: readonly LampOverride[], said: Said): TicketDraft {
  const [first] = parts;
  const name = first?.selection?.name ?? first?.street ?? '';
  const n = parts.reduce((sum, { troubles }) => sum + troubles, 0);
  const named = parts.flatMap((part) => part.named.map(({ lamp }) => lamp)).slice(0, MOST_DEVICES);
  const streets = new Set(parts.map(({ street }) => street));
  const [street] = streets;
  return {
    title: said.title(n, name).slice(0, MOST_TITLE),
    kind: 'lampFault',
    service: 'lighting',
    priority: 4,
    place: { label: name, ...(streets.size === 1 && street ? { street } : {}) },
    description: said
      .lines(parts, n - named.length)
      .join('\n')
      .slice(0, MOST_TEXT),
    devices: named,
  };
}
