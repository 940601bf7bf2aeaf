import type { ReactNode } from 'react';
import { ShownProvider } from '../../lib/shown/index.ts';
import styles from './Kept.module.css';

interface KeptProps {
  readonly shown: boolean;
  readonly children: ReactNode;
}

/**
 * A workspace that is as it was left when the operator comes back: its map, its scrolling, its granted cameras.
 * Hidden it is neither laid out nor painted, no key reaches it, and no observer sees it: tiles suspend themselves.
 */
export function Kept({ shown, children }: KeptProps) {
  return (
    <ShownProvider value={shown}>
      <div className={styles.kept} inert={!shown}>
        {children}
      </div>
    </ShownProvider>
  );
}
