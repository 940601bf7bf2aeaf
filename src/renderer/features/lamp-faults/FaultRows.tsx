import type { LampFaultGroup } from '../../../shared/lamp/fault/group.ts';
import { millis } from '../../../shared/wire/time.ts';
import { useNow } from '../../lib/clock/index.ts';
import { momentOf, useLanguage, wholeDuration, wholeNumber } from '../../lib/i18n/index.tsx';
import { Button } from '../../ui/index.ts';
import { FaultTicket, type TicketProps } from './FaultTicket.tsx';
import styles from './LampFaults.module.css';
import { Site } from './Site.tsx';
import { causeWords, needWords, onMapWords, placeWords } from './words.ts';

/** More lines nobody reads; the largest come first. */
const SHOWN = 200;
/** Names of lamps that are written out; all are chosen on the map. */
const NAMED = 30;

/** Groups of lamps at fault, each a line of a table. */
interface FaultRowsProps extends TicketProps {
  readonly groups: readonly LampFaultGroup[];
  /** chooses their lamps on the map */
  readonly onMap: (groups: readonly LampFaultGroup[], name: string) => void;
}

export function FaultRows({ groups, onMap, ...tickets }: FaultRowsProps) {
  const { t } = useLanguage();
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.where}>
              {t('faults.where')}
            </th>
            <th scope="col" className={styles.figure}>
              {t('faults.lamps')}
            </th>
            <th scope="col" className={styles.since}>
              {t('faults.since')}
            </th>
            <th scope="col">{t('faults.cause')}</th>
            <th scope="col">{t('faults.need')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.slice(0, SHOWN).map((group) => (
            <FaultRow key={group.id} group={group} onMap={onMap} {...tickets} />
          ))}
        </tbody>
      </table>
      {groups.length > SHOWN && <p className="quiet">{t('faults.more', { n: groups.length - SHOWN })}</p>}
    </>
  );
}

interface FaultRowProps extends TicketProps {
  readonly group: LampFaultGroup;
  readonly onMap: FaultRowsProps['onMap'];
}

function FaultRow({ group, onMap, ...tickets }: FaultRowProps) {
  const { t, locale } = useLanguage();
  const { lamps, since } = group;
  const named = group.named.slice(0, NAMED);
  return (
    <tr>
      <th scope="row">
        {placeWords(t, group)}
        <small>
          <Site group={group} />
        </small>
      </th>
      <td className={styles.figure}>{wholeNumber(lamps, locale)}</td>
      <td className={styles.since}>
        <Since at={millis(since)} />
      </td>
      <td>
        {causeWords(t, group)}
        <details className={styles.named}>
          <summary>
            {named.length < lamps
              ? t('faults.namedSome', { n: named.length, all: lamps })
              : t('faults.named', { n: lamps })}
          </summary>
          <span className="figures">{named.join(', ')}</span>
        </details>
      </td>
      <td>
        {needWords(t, group)}
        <div className={styles.ways}>
          <Button
            aria-label={t('faults.onMapOf', { what: placeWords(t, group) })}
            onClick={() => onMap([group], placeWords(t, group))}
          >
            {onMapWords(t, [group])}
          </Button>
          <FaultTicket group={group} {...tickets} />
        </div>
      </td>
    </tr>
  );
}

/** By the second, as it is written: on its own, so that a long table is not drawn anew with each. */
function Since({ at }: { readonly at: number }) {
  const { locale } = useLanguage();
  const now = useNow();
  return (
    <>
      {wholeDuration(Math.max(0, now - at), locale)}
      <small>{momentOf(at, now, locale)}</small>
    </>
  );
}
