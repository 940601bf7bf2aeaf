import type { ShownStep } from '../../../shared/procedure/progress.ts';
import { millis } from '../../../shared/wire/time.ts';
import { clockTime, useLanguage } from '../../lib/i18n/index.tsx';
import { Chip } from '../../ui/index.ts';
import { type Row, useViewer } from '../desk/index.ts';
import { nameOf, useSession } from '../session/index.ts';
import styles from './Procedure.module.css';

/** When, and by whom where it was not the reader; the answer or the motive. */
export function StepMarked({ shown: { mark }, row }: { readonly shown: ShownStep; readonly row: Row }) {
  const { t } = useLanguage();
  const { me } = useViewer();
  const people = useSession(({ view }) => view?.people) ?? [];
  if (mark === undefined) return null;
  const isSure = row.confirmed?.steps?.some(({ cmd }) => cmd === mark.cmd) === true;
  const who = mark.person === me?.id ? '' : ` · ${nameOf(people, mark.person)}`;
  const what = mark.state === 'skipped' ? t('procedure.skipped') : undefined;
  return (
    <span className={styles.marked}>
      {isSure ? null : <Chip kind="pending">{t('desk.unconfirmed')}</Chip>}
      {[what, `${clockTime(millis(mark.at))}${who}`].filter(Boolean).join(' ')}
    </span>
  );
}
