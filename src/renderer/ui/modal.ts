import { type RefObject, useEffect, useRef } from 'react';
import { firstField, rememberFocus } from './focus.ts';

/**
 * A native dialog that is modal as long as it is mounted. What is to be read first has the focus
 * (`data-read-first`), else its first field, where it has one: left
 * to itself a dialog gives it to its first control, which closes it, and autoFocus can't reach into one that is
 * still closed. Afterwards focus goes back to where it was.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    const comeBack = rememberFocus();
    dialog?.showModal();
    (dialog?.querySelector<HTMLElement>('[data-read-first]') ?? (dialog && firstField(dialog)))?.focus();
    return () => {
      dialog?.close();
      comeBack();
    };
  }, []);
  return ref;
}
