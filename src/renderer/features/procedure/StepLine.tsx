import { Square, SquareCheck, SquareSlash, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { frenchSpaces } from '../../../shared/i18n/typography.ts';
import { textIn } from '../../../shared/procedure/model.ts';
import type { ShownStep } from '../../../shared/procedure/progress.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { useCap, useShortcut } from '../../lib/keys/index.ts';
import { Button, classes, Icon, IconButton, Kbd } from '../../ui/index.ts';
import type { Row } from '../desk/index.ts';
import { Answers } from './Answers.tsx';
import { Particulars } from './Particulars.tsx';
import styles from './Procedure.module.css';
import { SkipForm } from './SkipForm.tsx';
import { StepMarked } from './StepMarked.tsx';
import type { StepActions } from './use-steps.ts';

interface StepLineProps {
  readonly shown: ShownStep;
  /** that ticks it; undefined where it has none */
  readonly digit: number | undefined;
  readonly row: Row;
  /** it is only read: the ticket is closed, or its steps are not this person's to mark */
  readonly isOver: boolean;
  readonly actions: StepActions;
  /** its question is asked though it is not its turn */
  readonly opened: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** One step: a box to tick, or a question to answer; what became of it stands at its end. */
export function StepLine({ shown, digit, row, isOver, actions, opened, onOpen }: StepLineProps) {
  const { t, locale } = useLanguage();
  const cap = useCap();
  const { step, mark, current, depth } = shown;
  const line = useRef<HTMLLIElement>(null);
  const [skipping, setSkipping] = useState(false);
  const todo = mark === undefined && !isOver;
  const asks = step.ask !== undefined;
  const tick = () => (asks ? onOpen(!opened) : void actions.done(step));
  const skip = () => setSkipping(true);
  useShortcut(
    {
      keys: String(digit),
      manner: 'acts',
      ...(digit === 0
        ? { shown: '0', label: 'procedure.key.tickCurrent' }
        : { shown: '1 – 9', label: 'procedure.key.tick' }),
      run: tick,
    },
    todo && digit !== undefined,
    line,
  );
  useShortcut({ keys: 's', shown: 'S', label: 'procedure.key.skip', run: skip }, todo && current);
  const said = frenchSpaces(textIn(step.text, locale));
  return (
    <li
      ref={line}
      className={classes(styles.step, todo && current && styles.current)}
      style={{ marginLeft: `calc(${depth} * var(--sp-4))` }}
      aria-current={todo && current ? 'step' : undefined}
    >
      {todo ? (
        <button
          type="button"
          className={styles.line}
          aria-expanded={asks ? opened || current : undefined}
          onClick={tick}
        >
          <Icon of={Square} className={styles.box} />
          <span className={styles.text}>{said}</span>
          {digit !== undefined && <Kbd>{cap(String(digit))}</Kbd>}
        </button>
      ) : (
        <div className={styles.line}>
          <Icon
            of={mark === undefined ? Square : mark.state === 'done' ? SquareCheck : SquareSlash}
            className={styles.box}
          />
          <span className={styles.said}>
            <span className={classes(styles.text, mark?.state === 'skipped' && styles.skipped)}>{said}</span>
            <StepMarked shown={shown} row={row} />
          </span>
          {mark !== undefined && !isOver && (
            <IconButton
              icon={Undo2}
              className={styles.undo ?? ''}
              label={t('procedure.undo', { step: said })}
              onClick={() => void actions.undo(mark)}
            />
          )}
        </div>
      )}
      <Particulars shown={shown} wanted={todo} />
      {todo && asks && (current || opened) && !skipping && (
        <Answers
          key={String(opened)}
          step={step}
          led={opened}
          onAnswer={(answer) => void actions.done(step, answer)}
          onLeave={() => onOpen(false)}
        />
      )}
      {todo && skipping && (
        <SkipForm
          step={step}
          onSkip={(motive) => actions.skip(step, motive)}
          onDone={() => setSkipping(false)}
        />
      )}
      {todo && current && !skipping && (
        <Button look="bare" className={styles.skip ?? ''} shortcut="S" onClick={skip}>
          {t(step.mandatory === true ? 'procedure.skipMandatory' : 'procedure.skip')}
        </Button>
      )}
    </li>
  );
}
