import { Undo2, X } from 'lucide-react';
import { useRef } from 'react';
import { useLocale, useT, wholeNumber } from '../../lib/i18n/index.tsx';
import { EmptyState, IconButton, Panel, PanelHead, useKeepsFocus } from '../../ui/index.ts';
import { KeepSelection } from './KeepSelection.tsx';
import { LastKnown } from './LastKnown.tsx';
import { LastNight } from './LastNight.tsx';
import { OrderForm } from './OrderForm.tsx';
import { OrderList } from './OrderList.tsx';
import { SceneList } from './SceneList.tsx';
import { SelectedLamps } from './SelectedLamps.tsx';
import styles from './Selection.module.css';
import { useSelection } from './store.ts';
import { TallyFacts } from './TallyFacts.tsx';
import { TallyMore } from './TallyMore.tsx';
import { useTally } from './use-tally.ts';
import { calledOf, calledWords } from './words.ts';

interface SelectionPanelProps {
  readonly onTicket: (ticket: string) => void;
  /** to all faults of the lighting, by likely cause */
  readonly onFaults: () => void;
}

/** The selected lamps: what they are, what is wanted of them, and what became of what was ordered. */
export function SelectionPanel({ onTicket, onFaults }: SelectionPanelProps) {
  const t = useT();
  const locale = useLocale();
  const chosen = useSelection(({ now }) => now);
  const { lamps: keys, by } = chosen;
  const before = useSelection((selection) => selection.before);
  const round = useSelection((selection) => selection.round);
  const body = useRef<HTMLDivElement>(null);
  useKeepsFocus(body, body);
  const clear = useSelection((selection) => selection.clear);
  const undo = useSelection((selection) => selection.undo);
  const tally = useTally(keys);
  const called = calledOf(t, chosen, keys.size === 1 ? tally.lamps[0]?.id : undefined);
  const none = keys.size === 0;
  const empty = () => {
    clear();
    // The button goes with what it cleared: the keyboard stays in the panel.
    body.current?.focus();
  };
  return (
    <Panel label={t('selection.title')}>
      <PanelHead
        asideWhole
        // What is cut of a long name must not be how much of it is selected: that stands beside it.
        title={none ? t('selection.title') : calledWords(t, { ...called, part: undefined })}
        aside={
          none
            ? undefined
            : called.part === undefined
              ? t('selection.count', { n: tally.lamps.length, all: wholeNumber(tally.lamps.length, locale) })
              : t('selection.countOf', { n: called.part.lamps, all: called.part.of })
        }
      >
        {before !== undefined && <IconButton icon={Undo2} label={t('selection.undo')} onClick={undo} />}
        {!none && <KeepSelection lamps={keys} />}
        {!none && <IconButton icon={X} label={t('selection.clear')} onClick={empty} />}
      </PanelHead>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div ref={body} className={styles.body} tabIndex={0}>
        {none ? (
          <>
            <EmptyState title={t('selection.none')} detail={t('selection.how')} />
            <SceneList />
            <OrderList onTicket={onTicket} />
          </>
        ) : (
          <>
            <LastKnown keys={keys} />
            <TallyFacts tally={tally} />
            {/* Just after an order that is what is looked at: on a small screen it must not be below the rest. */}
            <OrderList onTicket={onTicket} />
            <TallyMore tally={tally} onFaults={onFaults} />
            <LastNight keys={keys} />
            <SelectedLamps keys={keys} />
          </>
        )}
      </div>
      {!none && <OrderForm key={round} called={called} by={by} tally={tally} />}
    </Panel>
  );
}
