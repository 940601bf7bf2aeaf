import {
  type SelectionContent as Content,
  fitsRoom,
  MOST_BY_ID,
  SelectionContent,
} from '../../../shared/kept-selection/model.ts';
import { wholeGroups } from '../../../shared/kept-selection/whole-groups.ts';
import { indexOf, type LampKey, lampKey, slotOf } from '../../../shared/lamp/selection.ts';
import type { LampBook } from './lamp-book.ts';
import { groupsWithLamps, lampsOf } from './lamp-groups.ts';

type Book = Pick<LampBook, 'pieces' | 'piece' | 'refOf'>;

/** The ids of selected lamps that the inventory still has. */
export const idsOf = (keys: Iterable<LampKey>, book: Book): readonly string[] =>
  [...keys].flatMap((key) => book.piece(slotOf(key))?.ids[indexOf(key)] || []);

/**
 * What is kept of a selection so that it can follow its person: its lamps by id, where those are too many whole groups
 * and what is left over. @param others that follow them already @returns undefined where it is too large all the same
 */
export function contentOf(
  keys: ReadonlySet<LampKey>,
  book: Book,
  others: readonly Content[],
): Content | undefined {
  const fitting = (groups: Content['groups'], lamps: readonly string[]) => {
    if (lamps.length > MOST_BY_ID) return undefined;
    const { data } = SelectionContent.safeParse({ groups, lamps });
    return data !== undefined && fitsRoom(data, others) ? data : undefined;
  };
  const byId = fitting([], idsOf(keys, book));
  if (byId !== undefined) return byId;
  const { groups, rest } = wholeGroups(keys, groupsWithLamps(book.pieces));
  return groups.length === 0 ? undefined : fitting([...groups], idsOf(rest, book));
}

/** The lamps of what was kept, as the inventory has them now. */
export const lampsOfContent = ({ groups, lamps }: Content, book: Book): ReadonlySet<LampKey> =>
  new Set([
    ...groups.flatMap((group) => lampsOf(book.pieces, group)),
    ...lamps.flatMap((id) => book.refOf(id) ?? []).map(lampKey),
  ]);
