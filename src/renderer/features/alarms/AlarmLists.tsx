import { useEffect, useRef, useState } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { isNowhere, Section } from '../../ui/index.ts';
import { canAcknowledge, canShelve, type Gestures } from './AlarmActions.tsx';
import { AlarmRow } from './AlarmRow.tsx';
import styles from './AlarmsPage.module.css';
import { type AlarmList, neighbour } from './lists.ts';

interface AlarmListsProps {
  readonly lists: readonly AlarmList[];
  readonly gestures: Gestures;
  /** a dialog asks something of one of them */
  readonly asking: boolean;
}

/** The lists, one keyboard over all of them: the alarm that has the focus is the one that keys mean. */
export function AlarmLists({ lists, gestures, asking }: AlarmListsProps) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string>();
  const alarm = lists.flatMap(({ alarms }) => alarms).find(({ id }) => id === chosen);
  const focus = (id: string | undefined) =>
    box.current?.querySelector<HTMLElement>(`[data-alarm="${CSS.escape(id ?? '')}"] button:enabled`)?.focus();
  const go = (step: 1 | -1) => focus(neighbour(lists, chosen, step));
  const asked = useRef(asking);
  /** the lists are made anew each second: this changes with what they say */
  const said = lists
    .flatMap(({ id, alarms }) => [id, ...alarms.map((one) => `${one.id} ${one.version}`)])
    .join();
  // What is acknowledged or shelved goes to another list, and its button with it: the keyboard goes along.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at after each change of the lists
  useEffect(() => {
    const { activeElement } = document;
    const answered = asked.current && !asking && box.current?.contains(activeElement) === false;
    asked.current = asking;
    if (chosen !== undefined && (answered || isNowhere(activeElement, document.body))) focus(chosen);
  }, [said, asking]);
  const on = gestures.off === undefined;
  useShortcut({ keys: 'j', manner: 'walks', shown: 'J', label: 'alarms.key.next', run: () => go(1) });
  useShortcut({ keys: 'k', manner: 'walks', shown: 'K', label: 'alarms.key.previous', run: () => go(-1) });
  useShortcut(
    {
      keys: 'a',
      manner: 'acts',
      shown: 'A',
      label: 'alarms.key.acknowledge',
      run: () => alarm && gestures.acknowledge(alarm),
    },
    on && alarm !== undefined && canAcknowledge(alarm),
  );
  useShortcut(
    {
      keys: 'z',
      manner: 'acts',
      shown: 'Z',
      label: 'alarms.key.shelve',
      run: () => alarm && gestures.shelve(alarm),
    },
    on && alarm !== undefined && canShelve(alarm),
  );
  return (
    <div ref={box}>
      {lists.map(({ id, alarms }) => (
        <Section key={id} title={t(`alarms.list.${id}`)} aside={alarms.length}>
          <ul className={styles.list} aria-label={t(`alarms.list.${id}`)}>
            {alarms.map((each) => (
              <AlarmRow
                key={each.id}
                alarm={each}
                chosen={each.id === chosen}
                gestures={gestures}
                onChoose={() => setChosen(each.id)}
              />
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}
