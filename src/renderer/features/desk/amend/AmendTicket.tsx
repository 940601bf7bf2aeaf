import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { StreetBook } from '../../../../shared/geo/street-book.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { useOnce } from '../../../lib/once/index.ts';
import { Button } from '../../../ui/index.ts';
import { useDesk } from '../board.ts';
import { useAttach } from '../create/attach.ts';
import { DraftFields } from '../create/DraftFields.tsx';
import { DraftFoot, DraftForm } from '../create/DraftForm.tsx';
import type { DraftField } from '../create/draft.ts';
import { SameEventLine, useSameEvent } from '../create/SameEvent.tsx';
import { useWritten } from '../create/use-written.ts';
import type { Row } from '../model.ts';
import { fieldNames, kindOf, shortRef } from '../words.ts';
import { type Amendable, amendment, changedMeanwhile, draftOfTicket } from './amendment.ts';

interface AmendTicketProps {
  readonly row: Row;
  readonly streets: StreetBook;
  readonly onClose: () => void;
}

/**
 * Corrects what is said of a ticket; leaving it keeps what was written. The room checks the version that it was sent
 * on; what somebody else has corrected meanwhile is said here, before it is written over.
 */
export function AmendTicket({ row, streets, onClose }: AmendTicketProps) {
  const t = useT();
  const act = useDesk((desk) => desk.act);
  const show = useDesk((desk) => desk.show);
  const place = useDesk((desk) => desk.place);
  const { ticket } = row;
  const written = useWritten(ticket.id, () => ({
    draft: draftOfTicket(ticket, kindOf(t, ticket.kind)),
    seen: ticket,
  }));
  const { draft, seen = ticket, isKept, change, look, drop } = written;
  const [missing, setMissing] = useState<readonly DraftField[]>([]);
  const [meanwhile, setMeanwhile] = useState<readonly Amendable[]>([]);
  const { busy, once } = useOnce();
  const isCall = seen.kind === 'call';
  // Of what has been understood before, the open ticket itself says so.
  const same = useSameEvent(isCall ? draft : undefined, row);
  const attachTo = useAttach(draft, ticket);

  function send(): void {
    const changed = amendment(seen, draft);
    setMissing('missing' in changed ? changed.missing : []);
    if ('missing' in changed) return;
    const other = changedMeanwhile(seen, ticket, changed);
    setMeanwhile(other);
    look(ticket);
    if (other.length > 0) return;
    const { args, priority } = changed;
    void once(async () => {
      // Sent together: the seat has the second build on what the first makes.
      const kept = await Promise.all([
        Object.keys(args).length === 0 || act('ticket.amend', ticket.id, args),
        priority === undefined || act('ticket.prioritise', ticket.id, { priority }),
      ]);
      if (!kept.every(Boolean)) return false;
      leave();
      return true;
    });
  }
  function leave(): void {
    drop();
    flushSync(onClose);
  }
  const onMap = () => place({ about: ticket.id, written: { draft, seen } });
  const attach = (other: string) =>
    once(async () => {
      const kept = await attachTo(other);
      if (!kept) return false;
      leave();
      show(other);
      return true;
    });
  const keeps = isCall ? t('calls.form.keeps') : t('desk.new.keeps');
  return (
    <DraftForm
      title={t(isCall ? 'calls.form.title' : 'desk.amend.title', { ref: shortRef(ticket, t) })}
      closeLabel={t('common.close')}
      onClose={onClose}
      onSend={send}
      draft={draft}
      onPriority={(priority) => change({ priority })}
      onAttach={same?.hindered === undefined ? same && (() => void attach(same.row.ticket.id)) : undefined}
      onMap={onMap}
    >
      <DraftFields
        draft={draft}
        streets={streets}
        missing={missing}
        onChange={change}
        onMap={onMap}
        same={<SameEventLine what="call" found={same} onAttach={({ id }) => void attach(id)} />}
      />
      <DraftFoot>
        {isKept && (
          <Button look="bare" onClick={leave}>
            {t('draft.drop')}
          </Button>
        )}
        <span role="status" className={meanwhile.length > 0 ? 'grow stale' : 'grow quiet small'}>
          {meanwhile.length > 0
            ? t('desk.amend.meanwhile', { fields: fieldNames(t, meanwhile) })
            : isKept
              ? keeps
              : t(isCall ? 'calls.form.mine' : 'desk.amend.only')}
        </span>
        <Button size="large" onClick={onClose}>
          {t('common.close')}
        </Button>
        <Button type="submit" look="primary" size="large" shortcut="Ctrl ↵" disabled={busy}>
          {t(isCall ? 'calls.form.send' : 'desk.amend.send')}
        </Button>
      </DraftFoot>
    </DraftForm>
  );
}
