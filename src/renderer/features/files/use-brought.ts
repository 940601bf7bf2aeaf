import { type RefObject, useEffect, useRef, useState } from 'react';
import { useShown } from '../../lib/shown/index.ts';

/**
 * Files that somebody drops on the ticket, or pastes: a picture that was copied elsewhere. What is dropped beside it is
 * not taken, and does not make the window leave its page.
 * @param within anything inside the ticket's panel
 * @returns whether files hover over the ticket now
 */
export function useBrought(
  within: RefObject<HTMLElement | null>,
  active: boolean,
  onFiles: (files: readonly File[]) => void,
): boolean {
  const shown = useShown();
  const [hovering, setHovering] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    if (!shown || !active) return;
    const isHere = (event: DragEvent) =>
      event.target instanceof Node && within.current?.closest('section')?.contains(event.target) === true;
    const isFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent) => {
      if (!isFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = isHere(event) ? 'copy' : 'none';
      setHovering(isHere(event));
    };
    const drop = (event: DragEvent) => {
      if (!isFiles(event)) return;
      event.preventDefault();
      setHovering(false);
      if (isHere(event)) latest.current([...(event.dataTransfer?.files ?? [])]);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setHovering(false);
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      // Text that was copied with its picture is text where one writes.
      const isText = event.clipboardData?.types.includes('text/plain') === true;
      if (files.length === 0 || isText || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      latest.current(files);
    };
    const ending = new AbortController();
    const { signal } = ending;
    document.addEventListener('dragover', over, { signal });
    document.addEventListener('drop', drop, { signal });
    document.addEventListener('dragleave', leave, { signal });
    document.addEventListener('paste', paste, { signal });
    return () => ending.abort();
  }, [shown, active, within]);
  return hovering;
}
