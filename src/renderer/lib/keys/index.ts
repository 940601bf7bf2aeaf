import {
  createContext,
  createElement,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useRef,
} from 'react';
import { useShown } from '../shown/index.ts';
import { wasInView } from './in-view.ts';
import { capWithAlt } from './match.ts';
import type { Keys } from './registry.ts';
import type { Shortcut } from './shortcut.ts';

const KeysContext = createContext<Keys | undefined>(undefined);
export const KeysProvider = KeysContext.Provider;

export function useKeys(): Keys {
  const keys = useContext(KeysContext);
  if (keys === undefined) throw new Error('no shortcuts above this component');
  return keys;
}

/** Whether a letter alone is a shortcut for who sits here. */
const LettersContext = createContext(true);

interface LettersProviderProps {
  readonly value: boolean;
  readonly children: ReactNode;
}
export function LettersProvider({ value, children }: LettersProviderProps) {
  const keys = useKeys();
  useEffect(() => keys.setLetters(value), [keys, value]);
  return createElement(LettersContext, { value }, children);
}

/** How a key is drawn for who sits here: « Alt D » where letters alone are off. */
export function useCap(): (shown: string) => string {
  const letters = useContext(LettersContext);
  return (shown) => (letters ? shown : capWithAlt(shown));
}

/**
 * Holds a shortcut as long as the component is mounted and shown; `active: false` lets it go.
 * @param read what has to be read before the key may act: out of view it is brought there, and the next press acts
 */
export function useShortcut(shortcut: Shortcut, active = true, read?: RefObject<Element | null>): void {
  const keys = useKeys();
  const heard = useShown() && active;
  const latest = useRef(shortcut.run);
  latest.current = shortcut.run;
  const { keys: pressed, shown, label, everywhere = false, unlisted = false, manner } = shortcut;
  useEffect(() => {
    if (!heard) return;
    const run = (event: KeyboardEvent) => {
      const isRead = read === undefined || (read.current !== null && wasInView(read.current));
      if (isRead) latest.current(event);
      else keys.ignored({ why: 'unseen', shortcut: { shown } });
    };
    return keys.add({ keys: pressed, shown, label, everywhere, unlisted, ...(manner && { manner }), run });
  }, [keys, pressed, shown, label, everywhere, unlisted, manner, heard, read]);
}

export { type Ignored, isBare } from './guard.ts';
export { inForce } from './in-force.ts';
export { createKeys, type Keys } from './registry.ts';
export type { Shortcut } from './shortcut.ts';
