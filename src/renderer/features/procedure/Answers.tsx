import { useRef } from 'react';
import { frenchSpaces } from '../../../shared/i18n/typography.ts';
import { type Answer, type Step, textIn } from '../../../shared/procedure/model.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { digitOf } from '../../lib/keys/match.ts';
import { Button, useTakesFocus } from '../../ui/index.ts';
import styles from './Procedure.module.css';

interface AnswersProps {
  readonly step: Step;
  /** somebody asked for it by its digit: the keyboard goes there, and digits answer */
  readonly led: boolean;
  readonly onAnswer: (answer: Answer) => void;
  readonly onLeave: () => void;
}

/** The question of a step: an answer ticks it and shows what is to do then. */
export function Answers({ step: { ask }, led, onAnswer, onLeave }: AnswersProps) {
  const { locale } = useLanguage();
  const box = useRef<HTMLFieldSetElement>(null);
  useTakesFocus(box, () => led);
  if (ask === undefined) return null;
  return (
    <fieldset
      ref={box}
      tabIndex={led ? -1 : undefined}
      className={styles.question}
      onKeyDown={(event) => {
        if (!led) return;
        const answer = ask.answers[(digitOf(event) ?? 0) - 1];
        if (answer !== undefined) onAnswer(answer);
        else if (event.key === 'Escape') onLeave();
        else return;
        event.preventDefault(); // the digits of the other steps must not hear it too
      }}
    >
      <legend>{frenchSpaces(textIn(ask.question, locale))}</legend>
      <div className={styles.answers}>
        {ask.answers.map((answer, n) => (
          <Button key={answer.id} shortcut={led ? String(n + 1) : undefined} onClick={() => onAnswer(answer)}>
            {frenchSpaces(textIn(answer.label, locale))}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
