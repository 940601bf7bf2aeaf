import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Outcome } from '../../../../shared/ticket/model.ts';
import type { TicketOp } from '../../../../shared/wire/command.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { isBare, useShortcut } from '../../../lib/keys/index.ts';
import { digitOf } from '../../../lib/keys/match.ts';
import { useOnce } from '../../../lib/once/index.ts';
import { Button, Field, TextArea, useTakesFocus } from '../../../ui/index.ts';
import { PersonField } from '../../seats/index.ts';
import { useDesk, useViewer } from '../board.ts';
import type { Row } from '../model.ts';
import styles from './Ticket.module.css';

interface ComposerStripProps {
  readonly row: Row;
  /** the form by which units are assigned; given from above, so that the desk knows no fleet */
  readonly assign: (row: Row) => ReactNode;
  /** the form of a call back: it is made of this file's, so it can't be asked for from here */
  readonly promise: (row: Row) => ReactNode;
  /** the form of a link, likewise */
  readonly link: (row: Row) => ReactNode;
}

/** Where the operator writes a note, an assignment, a closing or a handover: a strip, not a dialog over the map. */
export function ComposerStrip({ row, assign, promise, link }: ComposerStripProps) {
  const composer = useDesk((desk) => desk.composer);
  switch (composer) {
    case undefined:
      return null;
    case 'note':
      return <NoteForm row={row} />;
    case 'promise':
      return promise(row);
    case 'link':
      return link(row);
    case 'assign':
      return assign(row);
    case 'close':
      return <CloseForm row={row} />;
    case 'handover':
      return <HandoverForm row={row} />;
    case 'amend':
      return null; // wants all the fields of the form, in a dialog of its own
  }
}

interface FormProps {
  readonly row: Row;
  readonly op: TicketOp;
  /** undefined while it can't be sent */
  readonly args: object | undefined;
  /** the rule whose advice it follows */
  readonly advice?: string | undefined;
  readonly motive?: string | undefined;
  readonly submit: string;
  /** what it would send has just changed: not before it was read */
  readonly held?: boolean;
  readonly children: ReactNode;
}
/**
 * Its first field has the focus while it is there, then whoever had it before. Ctrl+Enter or the button sends,
 * Escape gives up; what was written stays when the seat refuses. From sending to the seat's answer the keyboard stays
 * in it and writes nothing: a word more would be lost with the form, or be taken for a shortcut.
 */
export function ComposerForm({ row, op, args, advice, motive, submit, held = false, children }: FormProps) {
  const t = useT();
  const act = useDesk((desk) => desk.act);
  const compose = useDesk((desk) => desk.compose);
  const { busy, once } = useOnce();
  const form = useRef<HTMLFormElement>(null);
  useTakesFocus(form);
  useCalledBack(form);
  const leave = { keys: 'Escape', shown: t('common.escape'), label: 'desk.key.leaveForm' } as const;
  useShortcut({ ...leave, run: () => compose(undefined) }, !busy);
  function send(event?: FormEvent): void {
    event?.preventDefault();
    if (args === undefined || held) return;
    const why = { ...(motive === undefined ? {} : { motive }), ...(advice === undefined ? {} : { advice }) };
    void once(async () => {
      const kept = await act(op, row.ticket.id, args, why);
      if (kept) compose(undefined);
      return kept;
    });
  }
  function onKeyDown(event: KeyboardEvent): void {
    // Letters and digits in it are its own, on its buttons and choices too.
    if (isBare(event.nativeEvent)) event.stopPropagation();
    if (event.defaultPrevented) return;
    if (event.key === 'Escape' && !busy) compose(undefined);
    else if (event.key === 'Enter' && event.ctrlKey) send();
    else if (!busy || event.key === 'Tab') return;
    event.preventDefault(); // it is done: what lies beneath must not hear it too
  }
  return (
    <form ref={form} className={styles.composer} aria-busy={busy} onSubmit={send} onKeyDown={onKeyDown}>
      {children}
      <div className={styles.send}>
        <Button onClick={() => compose(undefined)}>{t('common.cancel')}</Button>
        {/* off while it is sent, it would let go of the keyboard */}
        <Button type="submit" look="primary" disabled={args === undefined && !busy}>
          {busy ? t('desk.sending') : submit}
        </Button>
      </div>
    </form>
  );
}

/** Whoever has gone elsewhere and presses the key that opened it is led back into it. */
function useCalledBack(form: RefObject<HTMLFormElement | null>): void {
  const called = useDesk((desk) => desk.called);
  const drawn = useRef(called);
  useEffect(() => {
    if (drawn.current === called || form.current?.contains(document.activeElement)) return;
    drawn.current = called;
    form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [called, form]);
}

/** Its text is the desk's, so that it survives the page, Escape and another ticket. */
function NoteForm({ row }: { readonly row: Row }) {
  const t = useT();
  const { id } = row.ticket;
  const text = useDesk((desk) => desk.notes.get(id) ?? '');
  const write = useDesk((desk) => desk.write);
  const args = text.trim() === '' ? undefined : { text: text.trim() };
  return (
    <ComposerForm row={row} op="ticket.note" args={args} submit={t('desk.note.send')}>
      <TextArea
        label={t('desk.note.label')}
        hint={t('desk.note.hint')}
        value={text}
        maxLength={4_000}
        onChange={(event) => write(id, event.target.value)}
      />
    </ComposerForm>
  );
}

/** « duplicate » is what merging says; it is not chosen here. */
const OUTCOMES = Outcome.options.filter((outcome) => outcome !== 'duplicate');

function CloseForm({ row }: { readonly row: Row }) {
  const t = useT();
  const [outcome, setOutcome] = useState<Outcome>('done');
  const [note, setNote] = useState('');
  const args = { outcome, ...(note.trim() === '' ? {} : { note: note.trim() }) };
  return (
    <ComposerForm row={row} op="ticket.close" args={args} submit={t('desk.close.send')}>
      <fieldset
        className={styles.outcomes}
        onKeyDown={(event) => {
          const chosen = OUTCOMES[(digitOf(event) ?? 0) - 1];
          if (chosen !== undefined) setOutcome(chosen);
        }}
      >
        <legend className={styles.legend}>{t('desk.close.label')}</legend>
        {OUTCOMES.map((value, n) => (
          <label key={value} className={styles.outcome}>
            <input
              type="radio"
              name="outcome"
              value={value}
              checked={value === outcome}
              onChange={() => setOutcome(value)}
            />
            {t('desk.close.choice', { n: n + 1, outcome: t(`desk.outcome.${value}`) })}
          </label>
        ))}
      </fieldset>
      <Field
        label={t('desk.close.note')}
        hint={t('desk.close.hint')}
        value={note}
        maxLength={4_000}
        onChange={(event) => setNote(event.target.value)}
      />
    </ComposerForm>
  );
}

function HandoverForm({ row }: { readonly row: Row }) {
  const t = useT();
  const { me } = useViewer();
  const [to, setTo] = useState<string>();
  return (
    <ComposerForm
      row={row}
      op="ticket.handover"
      args={to === undefined ? undefined : { to }}
      submit={t('desk.handover.send')}
    >
      <PersonField
        label={t('desk.handover.label')}
        hint={t('desk.handover.hint')}
        except={[me?.id, row.ticket.owner?.person].filter((id) => id !== undefined)}
        onName={setTo}
      />
    </ComposerForm>
  );
}
