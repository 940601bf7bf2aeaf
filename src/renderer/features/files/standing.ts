import type { Attachment } from '../../../shared/attachment/model.ts';

/** How a file stands: on its way from this seat or another, or held by the room; and whether it can be opened now. */
export type Standing =
  | { readonly kind: 'waiting' | 'held' }
  /** whole percents of it that the room has */
  | { readonly kind: 'sending'; readonly percent: number }
  | { readonly kind: 'coming'; readonly seat: string }
  /** not on this seat, while the hub is away */
  | { readonly kind: 'away' };

/**
 * @param sent bytes of it that the room has said to have; undefined where it is not this seat's to bring
 * @param isHere its bytes are on this seat's disk
 * @param lost the hub can't be asked
 */
export function standingOf(
  { heldAt, seat, size }: Pick<Attachment, 'heldAt' | 'seat' | 'size'>,
  sent: number | undefined,
  isHere: boolean,
  lost: boolean,
): Standing {
  if (lost && !isHere) return { kind: 'away' };
  // What the room has said counts more than what this seat has not heard it say.
  if (heldAt !== undefined) return { kind: 'held' };
  if (sent === undefined) return { kind: 'coming', seat };
  if (sent === 0) return { kind: 'waiting' };
  // All of it is not there before the room has said that it has checked the whole.
  return { kind: 'sending', percent: Math.min(99, Math.floor((sent / size) * 100)) };
}
