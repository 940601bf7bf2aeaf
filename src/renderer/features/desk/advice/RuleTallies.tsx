import { isRule } from '../../../../shared/advice/rules.ts';
import type { AdviceTally } from '../../../../shared/advice/tally.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { useRoomData } from '../../../lib/room-data/index.ts';
import { EmptyState } from '../../../ui/index.ts';
import styles from './RuleTallies.module.css';

/** How often each rule was followed, and how often that led to what the rule is for. */
export function RuleTallies() {
  const t = useT();
  const tallies = useRoomData((data) => data.adviceTally);
  const [first] = tallies.values();
  if (first === undefined)
    return <EmptyState title={t('advice.tallies.none')} detail={t('advice.tallies.noneDetail')} />;
  return (
    <div className={styles.page}>
      <p className="quiet">{t('advice.tallies.about', { days: first.days })}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('advice.tallies.rule')}</th>
            {(['followed', 'met', 'missed', 'open', 'refused'] as const).map((count) => (
              <th key={count} scope="col" className={styles.count}>
                {t(`advice.tallies.${count}`)}
              </th>
            ))}
            <th scope="col">{t('advice.tallies.motives')}</th>
          </tr>
        </thead>
        <tbody>
          {[...tallies.values()].map((tally) => (
            <Line key={tally.id} tally={tally} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ tally }: { readonly tally: AdviceTally }) {
  const t = useT();
  const { rule, followed, met, missed, open, refused, motives } = tally;
  return (
    <tr>
      <th scope="row">
        {isRule(rule) ? t(`advice.rule.${rule}`) : rule}
        {isRule(rule) && <span className={styles.aim}>{t(`advice.aim.${rule}`)}</span>}
      </th>
      {[followed, met, missed, open, refused].map((count, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <td key={n} className={styles.count}>
          {count}
        </td>
      ))}
      <td>{motives.map((motive) => t('advice.tallies.motive', { motive })).join(' ')}</td>
    </tr>
  );
}
