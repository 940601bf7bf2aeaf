import styles from './Kbd.module.css';

/** A key, drawn. The control it belongs to says it to assistive technology by aria-keyshortcuts. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd aria-hidden className={styles.kbd}>
      {children}
    </kbd>
  );
}
