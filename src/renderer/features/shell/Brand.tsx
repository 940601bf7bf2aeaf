import styles from './TopBar.module.css';

/** The wordmark; alone its mark where the rail is narrow. */
export function Brand() {
  return (
    <span className={styles.brand}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path d="M2 4h4l4 9 4-9h4l-6.4 13H8.4z" fill="currentColor" />
      </svg>
      <span className={styles.wordmark}>Vigie</span>
    </span>
  );
}
