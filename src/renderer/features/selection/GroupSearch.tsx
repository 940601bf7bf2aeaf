import { useMemo, useRef, useState } from 'react';
import { folded } from '../../../shared/i18n/folded.ts';
import { type ChosenBy, type LampKey, lampKey } from '../../../shared/lamp/selection.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { Combobox, type ComboboxOption } from '../../ui/index.ts';
import { allGroups, lampsOf, lampsOfContent, useCity } from '../city/index.ts';
import { useKept } from './kept.ts';
import { useScenes } from './scenes.ts';
import { useSelection } from './store.ts';

const MOST = 24;
const LAMPS = 6;
/** Fewer letters are in thousands of ids. */
const LAMP_LETTERS = 3;

interface Found extends ComboboxOption {
  readonly name: string;
  /** where it is more than lamps that have a name */
  readonly by?: ChosenBy;
  readonly lamps: () => readonly LampKey[];
}

/** Finds streets, cabinets, circuits, districts, communes, lamps and selections with a name, and selects their lamps. */
export function GroupSearch() {
  const t = useT();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const find = useFind();
  const choose = useSelection((selection) => selection.choose);
  const show = useSelection((selection) => selection.show);
  const found = typed.trim() === '' ? [] : find(folded(typed).split(/\s+/).filter(Boolean));
  useShortcut({
    keys: '/',
    shown: '/',
    label: 'selection.key.search',
    run: (event) => {
      event.preventDefault();
      input.current?.focus();
    },
  });
  return (
    <Combobox
      label={t('selection.search')}
      placeholder={t('selection.searchHint')}
      value={typed}
      options={found}
      emptyLabel={t(typed.trim() === '' ? 'selection.searchHint' : 'selection.nothing')}
      inputRef={input}
      onType={setTyped}
      onChoose={({ id }) => {
        const one = found.find((each) => each.id === id);
        if (one === undefined) return;
        const lamps = one.lamps();
        choose(lamps, one.by ?? { kind: 'named', name: one.name }, false);
        setTyped('');
        show(lamps);
      }}
    />
  );
}

/** Those whose name has every word, names that begin so first. */
function useFind(): (words: readonly string[]) => readonly Found[] {
  const t = useT();
  const { book, lamps } = useCity((city) => city);
  const { kept } = useKept();
  const scenes = useScenes();
  // biome-ignore lint/correctness/useExhaustiveDependencies: new columns mean that lamps came or went
  const groups = useMemo(
    () => allGroups(book.pieces).map((group) => ({ group, text: folded(`${group.name} ${group.within}`) })),
    [book, lamps.x],
  );
  return (words) => {
    const fits = (text: string) => words.every((word) => text.includes(word));
    const whole = words.join(' ');
    const named = kept.filter(({ name }) => fits(folded(name)));
    const hits = groups.filter(({ text }) => fits(text));
    const first = hits.filter(({ text }) => text.startsWith(whole));
    const long = words.some(({ length }) => length >= LAMP_LETTERS);
    return [
      ...scenes
        .filter(({ name }) => fits(folded(name)))
        .map(
          ({ id, name, lamps: keys }): Found => ({
            id: `scene ${id}`,
            name,
            by: { kind: 'scene', id, name },
            label: name,
            detail: t('selection.sceneOf', { n: keys.length }),
            lamps: () => keys,
          }),
        ),
      ...named.map(
        ({ name, content, where }): Found => ({
          id: `kept ${name}`,
          name,
          label: name,
          detail: [
            t('selection.keptOf', { n: lampsOfContent(content, book).size }),
            ...(where === 'here' ? [t('selection.here')] : []),
          ].join(' · '),
          lamps: () => [...lampsOfContent(content, book)],
        }),
      ),
      ...[...first, ...hits.filter((hit) => !first.includes(hit))].slice(0, MOST).map(
        ({ group }): Found => ({
          id: `${group.kind} ${group.name} ${group.within}`,
          name: group.name,
          label: group.name,
          detail: [t(`selection.kind.${group.kind}`), group.within, t('selection.lamps', { n: group.lamps })]
            .filter(Boolean)
            .join(' · '),
          lamps: () => lampsOf(book.pieces, group),
        }),
      ),
      ...(long ? book.find(words, LAMPS) : []).flatMap((ref): Found[] => {
        const facts = book.facts(ref);
        if (facts === undefined) return [];
        const { id, street } = facts;
        return [{ id: `lamp ${id}`, name: id, label: id, detail: street, lamps: () => [lampKey(ref)] }];
      }),
    ];
  };
}
