import { useEffect, useRef } from 'react';
import { replacementsOf } from '../../../shared/lamp/replaced.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useNotices } from '../../lib/notices/index.ts';
import { useRoomData } from '../../lib/room-data/index.ts';
import { useMe } from '../session/index.ts';
import { unseenBy } from './replacements.ts';
import { useSelection } from './store.ts';
import { useReplacedWords } from './use-replaced-words.ts';

const subjectOf = (key: string): string => `replaced ${key}`;

/** Tells who sits here, in whatever workspace, when a colleague's order has replaced theirs. Who puts it away has seen it. */
export function ReplacedWatch() {
  const t = useT();
  const words = useReplacedWords();
  const me = useMe()?.id;
  const overrides = useRoomData((data) => data.override);
  const replaced = useSelection((selection) => selection.replaced);
  const tell = useSelection((selection) => selection.tellReplaced);
  const see = useSelection((selection) => selection.seeReplaced);
  const show = useNotices((notices) => notices.show);
  const withdraw = useNotices((notices) => notices.withdraw);
  const list = useNotices((notices) => notices.list);
  /** with how many lamps each stands in a notice */
  const told = useRef(new Map<string, number>());

  useEffect(() => {
    if (me !== undefined) tell(replacementsOf(overrides.values(), me));
  }, [me, overrides, tell]);
  useEffect(() => {
    const standing = new Set(list.map(({ subject }) => subject));
    for (const key of told.current.keys())
      if (!standing.has(subjectOf(key)) && told.current.delete(key)) see(key);
  }, [list, see]);
  useEffect(() => {
    const unseen = unseenBy(replaced, me);
    for (const key of told.current.keys())
      if (!unseen.some((one) => one.key === key) && told.current.delete(key)) withdraw(subjectOf(key));
    for (const one of unseen.toReversed()) {
      if (told.current.get(one.key) === one.lamps) continue;
      told.current.set(one.key, one.lamps);
      show(t('selection.replacedNotice', words(one)), { subject: subjectOf(one.key), calm: 'news' });
    }
  }, [replaced, me, show, withdraw, t, words]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: who leaves without having seen it is told when they come back
  useEffect(
    () => () => {
      for (const key of told.current.keys()) withdraw(subjectOf(key));
      told.current.clear();
    },
    [me],
  );
  return null;
}
