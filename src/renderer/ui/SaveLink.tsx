import type { ReactNode } from 'react';
import styles from './SaveLink.module.css';

interface SaveLinkProps {
  /** an address within this window; undefined while it is made */
  readonly address: string | undefined;
  /** of the file, as it is proposed */
  readonly name: string;
  readonly children: ReactNode;
}

/** Saves bytes of this window as a file, wherever the operator says. */
export const SaveLink = ({ address, name, children }: SaveLinkProps) => (
  <a className={styles.save} href={address} download={name}>
    {children}
  </a>
);
