import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { NamedStreet } from '../../../../shared/geo/named-street.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button } from '../../../ui/index.ts';
import { useDesk } from '../board.ts';
import { DraftFields } from '../create/DraftFields.tsx';
import { DraftFoot, DraftForm } from '../create/DraftForm.tsx';
import type { DraftField } from '../create/draft.ts';
import { SameEventLine, useSameEvent } from '../create/SameEvent.tsx';
import { saidIn } from '../create/same-event.ts';
import type { Row } from '../model.ts';
import { fieldNames, kindOf, shortRef } from '../words.ts';
import { type Amendable, amendment, changedMeanwhile, draftOf } from './amendment.ts';

interface AmendTicketProps {
  readonly row: Row;
  readonly streets: readonly NamedStreet[];
  readonly onClose: () => void;
}

/**
 * Corrects what is said of a ticket. The room checks the version that it was sent on; what somebody else has
 * corrected while the form was open is said here, before it is written over.
 */
export function AmendTicket({ row, streets, onClose }: AmendTicketProps) {
  const t = useT();
  const act = useDesk((desk) => desk.act);
  const [seen, setSeen] = useState(row.ticket);
  const [draft, setDraft] = useState(() => draftOf(row.ticket, kindOf(t, row.ticket.kind)));
  const [missing, setMissing] = useState<readonly DraftField[]>([]);
  const [meanwhile, setMeanwhile] = useState<readonly Amendable[]>([]);
  const [busy, setBusy] = useState(false);
  const once = useRef(false);
  const isCall = seen.kind === 'call';
  // Of what has been understood before, the open ticket itself says so.
  const found = useSameEvent(draft, row.ticket);
  const same = isCall ? found : undefined;
  const show = useDesk((desk) => desk.show);

  async function send(): Promise<void> {
    const change = amendment(seen, draft);
    if ('missing' in change) return setMissing(change.missing);
    const other = changedMeanwhile(seen, row.ticket, change);
    setMeanwhile(other);
    setSeen(row.ticket);
    if (other.length > 0 || once.current) return;
    once.current = true;
    setBusy(true);
    const { id } = row.ticket;
    const { args, priority } = change;
    // Sent together: the seat has the second build on what the first makes.
    const kept = await Promise.all([
      Object.keys(args).length === 0 || act('ticket.amend', id, args),
      priority === undefined || act('ticket.prioritise', id, { priority }),
    ]);
    setBusy(false);
    once.current = kept.every(Boolean);
    if (once.current) onClose();
  }
  /** What was said is a note on the other; the call's own ticket is closed into it. */
  async function attach(other: string): Promise<void> {
    if (once.current) return;
    once.current = true;
    const text = t('draft.same.note', { said: saidIn(draft).join(' · ') });
    const kept = await Promise.all([
      act('ticket.note', other, { text }),
      act('ticket.merge', row.ticket.id, { into: other }, { advice: 'duplicate' }),
    ]);
    once.current = kept.every(Boolean);
    if (!once.current) return;
    flushSync(onClose);
    show(other);
  }
  return (
    <DraftForm
      title={t(isCall ? 'calls.form.title' : 'desk.amend.title', { ref: shortRef(row.ticket, t) })}
      closeLabel={t('common.close')}
      onClose={onClose}
      onSend={() => void send()}
      draft={draft}
      onPriority={(priority) => setDraft((before) => ({ ...before, priority }))}
      onAttach={same && (() => void attach(same.row.ticket.id))}
    >
      <DraftFields
        draft={draft}
        streets={streets}
        missing={missing}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        same={<SameEventLine found={same} onAttach={({ id }) => void attach(id)} />}
      />
      <DraftFoot>
        <span role="status" className={meanwhile.length > 0 ? 'grow stale' : 'grow quiet small'}>
          {meanwhile.length > 0
            ? t('desk.amend.meanwhile', { fields: fieldNames(t, meanwhile) })
            : t(isCall ? 'calls.form.mine' : 'desk.amend.only')}
        </span>
        <Button size="large" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" look="primary" size="large" shortcut="Ctrl ↵" disabled={busy}>
          {t(isCall ? 'calls.form.send' : 'desk.amend.send')}
        </Button>
      </DraftFoot>
    </DraftForm>
  );
}
