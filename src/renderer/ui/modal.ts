import { type RefObject, useEffect, useRef, useState } from 'react';

/** A native dialog that is modal as long as it is mounted; then focus goes back to where it was. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null);
  const [before] = useState(() => document.activeElement); // once mounted, a field with autoFocus has it already
  useEffect(() => {
    const dialog = ref.current;
    const field = document.activeElement;
    dialog?.showModal(); // gives focus to its first control, which closes it
    if (field instanceof HTMLElement && dialog?.contains(field)) field.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, [before]);
  return ref;
}
