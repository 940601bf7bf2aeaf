import styles from './Interventions.module.css';

/** Where the map stands. */
export function MapSlot() {
  return <div className={styles.map} />;
}
