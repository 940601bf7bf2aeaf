import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { NamedStreet } from '../../../../shared/geo/named-street.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button } from '../../../ui/index.ts';
import { useDesk } from '../board.ts';
import { DraftFields } from './DraftFields.tsx';
import { DraftFoot, DraftForm } from './DraftForm.tsx';
import { type Draft, type DraftField, EMPTY_DRAFT, finish } from './draft.ts';
import { SameEventLine, useSameEvent } from './SameEvent.tsx';
import { saidIn } from './same-event.ts';

interface NewTicketProps {
  readonly draft: StoreApi<Draft>;
  readonly streets: readonly NamedStreet[];
  readonly onClose: () => void;
}

/** Opens a ticket by form; leaving it keeps the draft. */
export function NewTicket({ draft: store, streets, onClose }: NewTicketProps) {
  const t = useT();
  const act = useDesk((desk) => desk.act);
  const show = useDesk((desk) => desk.show);
  const draft = useStore(store);
  const [missing, setMissing] = useState<readonly DraftField[]>([]);
  const [busy, setBusy] = useState(false);
  const once = useRef(false);
  const same = useSameEvent(draft);

  async function create(): Promise<void> {
    const done = finish(store.getState());
    if ('missing' in done) return setMissing(done.missing);
    if (once.current) return; // a key held down must not open two
    once.current = true;
    const id = crypto.randomUUID();
    setBusy(true);
    const kept = await act('ticket.create', id, done.draft);
    setBusy(false);
    once.current = kept;
    if (!kept) return;
    store.setState(EMPTY_DRAFT);
    flushSync(onClose); // nothing outside an open dialog takes the focus
    show(id);
  }
  function open(other: string): void {
    flushSync(onClose); // what is written stays in the draft
    show(other);
  }
  /** No second ticket is made: what this call says is a note on the other. */
  async function attach(other: string): Promise<void> {
    if (once.current) return;
    once.current = true;
    const text = t('draft.same.note', { said: saidIn(store.getState()).join(' · ') });
    const kept = await act('ticket.note', other, { text });
    once.current = kept;
    if (!kept) return;
    store.setState(EMPTY_DRAFT);
    open(other);
  }
  return (
    <DraftForm
      title={t('desk.new.title')}
      closeLabel={t('common.close')}
      onClose={onClose}
      onSend={() => void create()}
      draft={draft}
      onPriority={(priority) => store.setState({ priority })}
      onAttach={same && (() => void attach(same.row.ticket.id))}
    >
      <DraftFields
        draft={draft}
        streets={streets}
        missing={missing}
        onChange={(change) => store.setState(change)}
        same={
          <SameEventLine found={same} onOpen={({ id }) => open(id)} onAttach={({ id }) => void attach(id)} />
        }
      />
      <DraftFoot>
        <Button look="bare" onClick={() => store.setState(EMPTY_DRAFT)}>
          {t('desk.new.empty')}
        </Button>
        <span className="grow quiet small">{t('desk.new.keeps')}</span>
        <Button size="large" onClick={onClose}>
          {t('common.close')}
        </Button>
        <Button type="submit" look="primary" size="large" shortcut="Ctrl ↵" disabled={busy}>
          {t('desk.create')}
        </Button>
      </DraftFoot>
    </DraftForm>
  );
}
