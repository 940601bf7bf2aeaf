import { useEffect, useMemo, useState } from 'react';
import { type Choice, choiceOf } from '../../../shared/procedure/choice.ts';
import { textIn } from '../../../shared/procedure/model.ts';
import { progressOf } from '../../../shared/procedure/progress.ts';
import { useJustChanged } from '../../lib/changed/index.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { Button, Section } from '../../ui/index.ts';
import type { Row } from '../desk/index.ts';
import { AsideMarks } from './AsideMarks.tsx';
import { digitOf, digitsOf } from './digits.ts';
import { PickProcedure } from './PickProcedure.tsx';
import styles from './Procedure.module.css';
import { StepLine } from './StepLine.tsx';
import { useSteps } from './use-steps.ts';

/** The checklist of an open ticket: what to do next, what was done by whom, what was left out and why. */
export function ProcedureSection({ row }: { readonly row: Row }) {
  const { t } = useLanguage();
  const published = useRoomData((data) => data.procedure);
  const choice = choiceOf(published.values(), row.ticket);
  switch (choice.kind) {
    case 'none':
      return (
        <Section title={t('procedure.title')}>
          <p className="quiet">{t(published.size === 0 ? 'procedure.noneHere' : 'procedure.none')}</p>
        </Section>
      );
    case 'unknown':
      return (
        <Section title={t('procedure.title')}>
          <p className="quiet">
            {t('procedure.unknown', { name: choice.ref.id, version: choice.ref.version })}
          </p>
        </Section>
      );
    case 'several':
      return <PickProcedure row={row} options={choice.options} />;
    case 'followed':
      return <Checklist key={`${row.ticket.id} ${choice.procedure.id}`} row={row} choice={choice} />;
  }
}

interface ChecklistProps {
  readonly row: Row;
  readonly choice: Extract<Choice, { kind: 'followed' }>;
}

function Checklist({ row, choice: { procedure, newer } }: ChecklistProps) {
  const { t, locale } = useLanguage();
  const actions = useSteps(row.ticket, procedure);
  const { steps, aside, done, skipped, overdue } = progressOf(procedure, row.ticket, useNow());
  // Whose question or motive is open beside the current one.
  const [opened, open] = useState<string>();
  const current = steps.find((shown) => shown.current)?.step.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was opened is closed when the work goes on
  useEffect(() => open(undefined), [current]);
  const isOver = row.ticket.state === 'closed' || !actions.may;
  const digits = useMemo(() => digitsOf(procedure), [procedure]);
  const fresh = useJustChanged(current === undefined || digits.has(current) ? undefined : current);
  return (
    <Section
      title={t('procedure.titled', { title: textIn(procedure.title, locale) })}
      aside={
        <span className="figures">
          {overdue > 0 && <span className={styles.late}>{t('procedure.lateCount', { n: overdue })} </span>}
          {t('procedure.progress', { done, skipped, total: steps.length })}
        </span>
      }
    >
      {newer !== undefined && !isOver && (
        <p className={styles.newer}>
          <span className="grow">
            {t('procedure.newer', { version: newer.version, ours: procedure.version })}
          </span>
          <Button onClick={() => void actions.follow(newer)}>{t('procedure.takeNewer')}</Button>
        </p>
      )}
      <ol className={styles.steps} aria-label={t('procedure.steps')}>
        {steps.map((shown) => (
          <StepLine
            key={shown.step.id}
            shown={shown}
            digit={digitOf(digits, shown.step.id, { current, fresh })}
            row={row}
            isOver={isOver}
            actions={actions}
            opened={opened === shown.step.id}
            onOpen={(isOpen) => open(isOpen ? shown.step.id : undefined)}
          />
        ))}
      </ol>
      <AsideMarks aside={aside} />
    </Section>
  );
}
