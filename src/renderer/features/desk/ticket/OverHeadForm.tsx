import { useState } from 'react';
import { useT } from '../../../lib/i18n/index.tsx';
import { nameOf, useSession } from '../../session/index.ts';
import type { Row } from '../model.ts';
import { ComposerForm } from './ComposerForm.tsx';
import { MotiveField } from './MotiveField.tsx';
import { Recall } from './Recall.tsx';

interface OverHeadFormProps {
  readonly row: Row;
  readonly op: 'ticket.takeover' | 'ticket.release';
}

/**
 * A supervisor takes a ticket that somebody else holds, or puts it back; its owner gives it back though a unit comes: not
 * without saying why.
 */
export function OverHeadForm({ row, op }: OverHeadFormProps) {
  const t = useT();
  const people = useSession(({ view }) => view?.people) ?? [];
  const [motive, setMotive] = useState('');
  const why = motive.trim();
  const { owner } = row.ticket;
  return (
    <ComposerForm
      row={row}
      op={op}
      args={why === '' ? undefined : {}}
      motive={why}
      submit={t(`desk.overHead.${op}`)}
    >
      {row.mine ? (
        <p>{t('desk.giveBack.what')}</p>
      ) : (
        owner !== undefined && <p>{t(`desk.overHead.what.${op}`, { who: nameOf(people, owner.person) })}</p>
      )}
      {op === 'ticket.release' && <Recall ticket={row.ticket} />}
      <MotiveField value={motive} required own={row.mine} onWrite={setMotive} />
    </ComposerForm>
  );
}
