import type { DistrictLamps } from '../../../shared/ipc/model.ts';
import { GROUP_KINDS, type GroupKind, type LampGroup } from '../../../shared/lamp/lamp-group.ts';
import { type LampKey, lampKey } from '../../../shared/lamp/selection.ts';

type Piece = DistrictLamps;
const nameAt = ({ names }: Piece, column: Uint16Array, index: number): string =>
  names[column[index] ?? 0] ?? '';

/** In which group of a kind a lamp is; undefined where the inventory doesn't say. */
export function groupAt(piece: Piece, index: number, kind: GroupKind): LampGroup | undefined {
  const name = kind === 'district' ? piece.name : nameAt(piece, piece[kind], index);
  const within =
    kind === 'street'
      ? nameAt(piece, piece.commune, index)
      : kind === 'circuit' && piece.sharedCircuits?.includes(name) !== true
        ? nameAt(piece, piece.cabinet, index)
        : '';
  return name === '' || !piece.ids[index] ? undefined : { kind, name, within };
}

const keyOf = ({ name, within }: LampGroup): string => `${name}\n${within}`;

/** All lamps of a group. Walks the columns, keeps nothing. */
export function lampsOf(pieces: Iterable<Piece>, group: LampGroup): readonly LampKey[] {
  const wanted = keyOf(group);
  const found: LampKey[] = [];
  for (const piece of pieces)
    for (let index = 0; index < piece.ids.length; index++) {
      const its = groupAt(piece, index, group.kind);
      if (its !== undefined && keyOf(its) === wanted) found.push(lampKey({ slot: piece.slot, index }));
    }
  return found;
}

/** Every group of these kinds that there is, with its lamps. */
export function groupsWithLamps(
  pieces: Iterable<Piece>,
  kinds: readonly GroupKind[] = GROUP_KINDS,
): readonly { readonly group: LampGroup; readonly lamps: readonly LampKey[] }[] {
  const groups = new Map<string, { group: LampGroup; lamps: LampKey[] }>();
  for (const piece of pieces)
    for (let index = 0; index < piece.ids.length; index++)
      for (const kind of kinds) {
        const group = groupAt(piece, index, kind);
        if (group === undefined) continue;
        const key = `${kind}\n${keyOf(group)}`;
        const lamp = lampKey({ slot: piece.slot, index });
        const known = groups.get(key);
        if (known === undefined) groups.set(key, { group, lamps: [lamp] });
        else known.lamps.push(lamp);
      }
  return [...groups.values()];
}

/** Every group that there is, with how many lamps: streets first, each kind in order of name. */
export function allGroups(pieces: Iterable<Piece>): readonly (LampGroup & { readonly lamps: number })[] {
  const inOrder = new Intl.Collator('fr', { numeric: true });
  return groupsWithLamps(pieces)
    .map(({ group, lamps }) => ({ ...group, lamps: lamps.length }))
    .toSorted(
      (a, b) => GROUP_KINDS.indexOf(a.kind) - GROUP_KINDS.indexOf(b.kind) || inOrder.compare(a.name, b.name),
    );
}
