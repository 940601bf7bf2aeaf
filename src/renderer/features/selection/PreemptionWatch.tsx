import { useEffect, useRef } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { useNotices } from '../../lib/notices/index.ts';
import { useMe, useSession } from '../session/index.ts';
import { preemptionWords } from './preemption-words.ts';
import { usePreemptions, useSeePreemption } from './use-preemptions.ts';

const subjectOf = (id: string): string => `preemption ${id}`;

/**
 * Tells who sits here, in whatever workspace, that a colleague's order was laid over theirs: when it is, or when they sign in
 * after. Who puts it away has seen it.
 */
export function PreemptionWatch() {
  const t = useT();
  const me = useMe()?.id;
  const people = useSession(({ view }) => view?.people);
  const preemptions = usePreemptions();
  const see = useSeePreemption();
  const show = useNotices((notices) => notices.show);
  const withdraw = useNotices((notices) => notices.withdraw);
  const list = useNotices((notices) => notices.list);
  /** which words of each stand in a notice */
  const told = useRef(new Map<string, string>());

  useEffect(() => {
    const standing = new Set(list.map(({ subject }) => subject));
    for (const id of told.current.keys())
      if (!standing.has(subjectOf(id)) && told.current.delete(id)) see(id);
  }, [list, see]);
  useEffect(() => {
    for (const id of told.current.keys())
      if (!preemptions.some((one) => one.id === id) && told.current.delete(id)) withdraw(subjectOf(id));
    for (const one of preemptions.toReversed()) {
      const { name, said } = preemptionWords(t, one, people ?? []);
      const words = t('selection.preemptedNotice', { name, said });
      if (told.current.get(one.id) === words) continue;
      told.current.set(one.id, words);
      show(words, { subject: subjectOf(one.id), calm: 'news' });
    }
  }, [preemptions, people, show, withdraw, t]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: who leaves without having seen it is told when they come back
  useEffect(
    () => () => {
      for (const id of told.current.keys()) withdraw(subjectOf(id));
      told.current.clear();
    },
    [me],
  );
  return null;
}
