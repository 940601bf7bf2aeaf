import type { Priority } from '../../../shared/ticket/model.ts';

/** What can be found, in the order in which it is shown. */
export const KINDS = [
  'ticket',
  'camera',
  'unit',
  'street',
  'landmark',
  'crossing',
  'procedure',
  'lamp',
  'command',
] as const;
export type Kind = (typeof KINDS)[number];

/** One thing that can be found and chosen. */
export interface Entry {
  readonly kind: Kind;
  /** unlike any other of its kind */
  readonly id: string;
  readonly label: string;
  /** beside the label; searched too */
  readonly detail?: string | undefined;
  /** searched, not shown */
  readonly also?: string | undefined;
  /** of these words one must be typed, or the beginning of one: there are too many to be found by a street's name alone */
  readonly onlyBy?: string;
  readonly priority?: Priority;
  /** it asks for a reason before it shows anything: never what Enter takes first, where anything else is found */
  readonly locked?: boolean;
  /** a command's key, as drawn */
  readonly shortcut?: string | undefined;
  readonly run: () => void;
}

export interface Sources {
  readonly entries: readonly Entry[];
  /** lamps are too many to be entries: those whose id has every word, at most so many */
  readonly lamps: (words: readonly string[], most: number) => readonly Entry[];
}

export interface Group {
  readonly kind: Kind;
  readonly entries: readonly Entry[];
}
