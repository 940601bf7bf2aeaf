import { type FormEvent, type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { TicketOp } from '../../../../shared/wire/command.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { isBare, useShortcut } from '../../../lib/keys/index.ts';
import { useOnce } from '../../../lib/once/index.ts';
import { Button, useTakesFocus } from '../../../ui/index.ts';
import { useDesk } from '../board.ts';
import type { Row } from '../model.ts';
import styles from './Ticket.module.css';

interface ComposerFormProps {
  readonly row: Row;
  readonly op: TicketOp;
  /** undefined while it can't be sent */
  readonly args: object | undefined;
  /** the rule whose advice it follows */
  readonly advice?: string | undefined;
  readonly motive?: string | undefined;
  readonly submit: string;
  readonly children: ReactNode;
}
/**
 * Its first field has the focus while it is there, then whoever had it before. Ctrl+Enter or the button sends,
 * Escape gives up; what was written stays when the seat refuses. From sending to the seat's answer the keyboard stays
 * in it and writes nothing: a word more would be lost with the form, or be taken for a shortcut.
 */
export function ComposerForm({ row, op, args, advice, motive, submit, children }: ComposerFormProps) {
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
    if (args === undefined) form.current?.querySelector<HTMLElement>(':invalid')?.focus(); // what it waits for
    if (args === undefined) return;
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
