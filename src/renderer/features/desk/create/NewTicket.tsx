import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { StreetBook } from '../../../../shared/geo/street-book.ts';
import type { OutboxItem } from '../../../../shared/ipc/model.ts';
import { TicketDraft } from '../../../../shared/ticket/model.ts';
import { type Translate, useT } from '../../../lib/i18n/index.tsx';
import { useOnce } from '../../../lib/once/index.ts';
import { Button } from '../../../ui/index.ts';
import { useDesk } from '../board.ts';
import { kindOf, refusalWords } from '../words.ts';
import { useAttach } from './attach.ts';
import { DraftFields } from './DraftFields.tsx';
import { DraftFoot, DraftForm } from './DraftForm.tsx';
import { type Draft, type DraftField, draftOf, EMPTY_DRAFT, finish, type Written } from './draft.ts';
import { SameEventLine, useSameEvent } from './SameEvent.tsx';
import { NEW, useWritten } from './use-written.ts';

interface NewTicketProps {
  /** what the room has refused to open: filled in again, and gone once it is sent anew */
  readonly mend?: OutboxItem | undefined;
  readonly streets: StreetBook;
  readonly onClose: () => void;
}

/** What was typed, as far as it can still be read. */
function typed(t: Translate, mend: OutboxItem | undefined): Written {
  const sent = TicketDraft.safeParse(mend?.args).data;
  return { draft: sent === undefined ? EMPTY_DRAFT : draftOf(sent, kindOf(t, sent.kind)) };
}

/** Somebody reported it, as far as is written: without them there is no call to speak of. */
const names = ({ caller, number }: Draft): boolean => caller.trim() !== '' || number.trim() !== '';

/** Opens a ticket by form; leaving it keeps the draft. */
export function NewTicket({ mend, streets, onClose }: NewTicketProps) {
  const t = useT();
  const act = useDesk((desk) => desk.act);
  const show = useDesk((desk) => desk.show);
  const dismiss = useDesk((desk) => desk.dismiss);
  const place = useDesk((desk) => desk.place);
  const about = mend?.ticket ?? NEW;
  const { draft, kept, change, drop, takeBack } = useWritten(about, () => typed(t, mend));
  const [missing, setMissing] = useState<readonly DraftField[]>([]);
  const { busy, once } = useOnce();
  const same = useSameEvent(draft);
  const attachTo = useAttach(draft);

  async function leaveFor(ticket: string): Promise<void> {
    drop();
    open(ticket);
    if (mend !== undefined) await dismiss(mend.cmd);
  }
  function open(ticket: string): void {
    flushSync(onClose); // nothing outside an open dialog takes the focus
    show(ticket);
  }
  function create(): void {
    const done = finish(draft);
    setMissing('missing' in done ? done.missing : []);
    if ('missing' in done) return;
    void once(async () => {
      // Refused, it is no ticket: what was made on it since waits for one of that id.
      const id = mend?.ticket ?? crypto.randomUUID();
      const kept = await act('ticket.create', id, done.draft);
      if (kept) await leaveFor(id);
      return kept;
    });
  }
  const onMap = () => place({ about, written: { draft } });
  const attach = (other: string) =>
    once(async () => {
      const kept = await attachTo(other);
      if (kept) await leaveFor(other);
      return kept;
    });
  return (
    <DraftForm
      title={t(mend === undefined ? 'desk.new.title' : 'desk.new.mendTitle')}
      closeLabel={t('common.close')}
      onClose={onClose}
      onSend={create}
      draft={draft}
      onPriority={(priority) => change({ priority })}
      onAttach={same && (() => void attach(same.row.ticket.id))}
      onMap={onMap}
    >
      <DraftFields
        draft={draft}
        streets={streets}
        missing={missing}
        onChange={change}
        onMap={onMap}
        same={
          <SameEventLine
            what={names(draft) ? 'call' : 'words'}
            found={same}
            onOpen={({ id }) => open(id)}
            onAttach={({ id }) => void attach(id)}
          />
        }
      />
      <DraftFoot>
        <Emptying kept={kept} mending={mend !== undefined} onDrop={drop} onTakeBack={takeBack} />
        <span className="grow quiet small">
          {mend === undefined ? t('desk.new.keeps') : refusalWords(t, mend)}
        </span>
        <Button size="large" onClick={onClose}>
          {t('common.close')}
        </Button>
        <Button type="submit" look="primary" size="large" shortcut="Ctrl ↵" disabled={busy}>
          {t(mend === undefined ? 'desk.create' : 'desk.new.again')}
        </Button>
      </DraftFoot>
    </DraftForm>
  );
}

interface EmptyingProps {
  /** what is written; undefined where nothing is */
  readonly kept: Written | undefined;
  readonly mending: boolean;
  readonly onDrop: () => void;
  readonly onTakeBack: (dropped: Written) => void;
}

/** Says that the form goes on where it was left, empties it, and takes that back until something else is written. */
function Emptying({ kept, mending, onDrop, onTakeBack }: EmptyingProps) {
  const t = useT();
  const [resumed] = useState(kept);
  const [dropped, setDropped] = useState<Written>();
  if (kept === undefined && dropped === undefined) return null;
  const drop = () => {
    setDropped(kept);
    onDrop();
  };
  // One button whatever it does: the keyboard stays on it.
  return (
    <>
      {kept !== undefined && kept === resumed && <b role="status">{t('desk.new.resumed')}</b>}
      <Button look="bare" onClick={kept === undefined ? () => dropped && onTakeBack(dropped) : drop}>
        {t(kept === undefined ? 'desk.new.takeBack' : mending ? 'desk.new.asSent' : 'desk.new.empty')}
      </Button>
    </>
  );
}
