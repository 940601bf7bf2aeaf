import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { NamedStreet } from '../../../../shared/geo/named-street.ts';
import { TICKET_KINDS } from '../../../../shared/ticket/kinds.ts';
import { Service } from '../../../../shared/ticket/model.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button, Combobox, Dialog, Field, Select, TextArea } from '../../../ui/index.ts';
import { folded } from '../../session/index.ts';
import { useDesk } from '../board.ts';
import { kindOf } from '../words.ts';
import { type Draft, type DraftField, EMPTY_DRAFT, finish, withKind } from './draft.ts';
import styles from './NewTicket.module.css';
import { PlaceField } from './PlaceField.tsx';
import { PriorityChoice } from './PriorityChoice.tsx';

interface NewTicketProps {
  readonly draft: StoreApi<Draft>;
  /** of the whole city; none while they are not known: free text still serves */
  readonly streets: readonly NamedStreet[];
  readonly onClose: () => void;
}

/** Opens a ticket by form, by keyboard alone: Tab through, Ctrl+Enter creates, Escape leaves the draft as it is. */
export function NewTicket({ draft: store, streets, onClose }: NewTicketProps) {
  const t = useT();
  const act = useDesk((desk) => desk.act);
  const show = useDesk((desk) => desk.show);
  const draft = useStore(store);
  const [missing, setMissing] = useState<readonly DraftField[]>([]);
  const [busy, setBusy] = useState(false);
  const once = useRef(false);
  const set = (change: Partial<Draft>) => store.setState(change);

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
  const error = (field: DraftField) => (missing.includes(field) ? t(`desk.new.missing.${field}`) : undefined);
  return (
    <Dialog wide title={t('desk.new.title')} closeLabel={t('common.close')} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey) return;
          event.preventDefault();
          void create();
        }}
      >
        <KindField draft={draft} error={error('kind')} onChange={(next) => store.setState(next)} />
        <Select
          label={t('desk.new.service')}
          value={draft.service}
          choices={Service.options.map((value) => ({ value, label: t(`desk.service.${value}`) }))}
          onChoose={(service) => set({ service })}
        />
        <Field
          label={t('desk.new.titleField')}
          error={error('title')}
          value={draft.title}
          maxLength={160}
          onChange={(event) => set({ title: event.target.value })}
        />
        <PriorityChoice draft={draft} onChoose={(priority) => set({ priority })} />
        <div className={styles.whole}>
          <PlaceField draft={draft} streets={streets} error={error('place')} onChange={set} />
        </div>
        <Field
          label={t('desk.new.caller')}
          value={draft.caller}
          maxLength={120}
          onChange={(event) => set({ caller: event.target.value })}
        />
        <Field
          label={t('desk.new.number')}
          type="tel"
          value={draft.number}
          maxLength={40}
          onChange={(event) => set({ number: event.target.value })}
        />
        <div className={styles.whole}>
          <TextArea
            label={t('desk.new.description')}
            value={draft.description}
            maxLength={4_000}
            onChange={(event) => set({ description: event.target.value })}
          />
        </div>
        <footer className={styles.foot}>
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
        </footer>
      </form>
    </Dialog>
  );
}

interface KindFieldProps {
  readonly draft: Draft;
  readonly error: string | undefined;
  readonly onChange: (draft: Draft) => void;
}
function KindField({ draft, error, onChange }: KindFieldProps) {
  const t = useT();
  const [text, setText] = useState(draft.kindText);
  useEffect(() => setText(draft.kindText), [draft.kindText]);
  const words = text === draft.kindText ? [] : folded(text).split(/\s+/).filter(Boolean);
  const options = TICKET_KINDS.map(({ id, priority }) => ({
    id,
    label: kindOf(t, id),
    detail: t(`priority.${priority}`),
  })).filter(({ label }) => words.every((word) => folded(label).includes(word)));
  return (
    <Combobox
      autoFocus
      label={t('desk.new.kind')}
      error={error}
      value={text}
      options={options}
      emptyLabel={t('desk.new.noKind')}
      onType={setText}
      onChoose={(option) => {
        setText(option.label);
        onChange(withKind(draft, option.id, option.label));
      }}
    />
  );
}
