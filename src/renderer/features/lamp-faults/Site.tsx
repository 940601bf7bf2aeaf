import { Fragment } from 'react';
import type { LampFaultGroup } from '../../../shared/lamp/fault/group.ts';
import { useT } from '../../lib/i18n/index.tsx';
import styles from './LampFaults.module.css';
import { siteWords } from './words.ts';

/** In which commune and at which cabinet: a name is never parted at its hyphens. */
export function Site({ group }: { readonly group: LampFaultGroup }) {
  const t = useT();
  return siteWords(t, group).map((words, n) => (
    <Fragment key={words}>
      {n > 0 && ', '}
      <span className={styles.whole}>{words}</span>
    </Fragment>
  ));
}
