import { useT } from '../../lib/i18n/index.tsx';
import { classes } from '../../ui/index.ts';
import { isStale, useLink } from '../link/index.ts';
import styles from './Selection.module.css';
import type { Tally } from './use-tally.ts';

const PROGRAMMES = 2;

/** What the selected lamps are, how they burn and by what: one line for each. */
export function TallyFacts({ tally }: { readonly tally: Tally }) {
  const t = useT();
  const offline = useLink(({ state }) => isStale(state));
  const { streets, circuits, led, faulty, silent, levels, programmes, lamps } = tally;
  const unknown = lamps.length - led.of;
  const what = [
    t('selection.streets', { n: streets }),
    ...(circuits > 0 ? [t('selection.circuits', { n: circuits })] : []),
    led.of === 0
      ? t('selection.kindUnknown')
      : t('selection.led', { percent: Math.round((100 * led.led) / led.of), unknown }),
  ];
  const wrong = [
    ...(faulty > 0 ? [t('selection.faulty', { n: faulty })] : []),
    ...(silent > 0 ? [t('selection.silent', { n: silent })] : []),
  ];
  const named = programmes.slice(0, PROGRAMMES).map(([name, n]) => t('selection.programme', { name, n }));
  const more = programmes.length - named.length;
  return (
    <dl className={classes(styles.facts, offline && 'stale')}>
      <div>
        <dt>{t('selection.where')}</dt>
        <dd>{what.join(' · ')}</dd>
      </div>
      <div>
        <dt>{t(offline ? 'selection.then' : 'selection.now')}</dt>
        <dd>
          {levels === undefined
            ? t('selection.noNews')
            : levels.min === levels.max
              ? t('selection.level', { level: levels.min })
              : t('selection.levels', levels)}
        </dd>
      </div>
      {named.length > 0 && (
        <div>
          <dt>{t('selection.by')}</dt>
          <dd>{[...named, ...(more > 0 ? [t('selection.programmes', { n: more })] : [])].join(', ')}</dd>
        </div>
      )}
      {wrong.length > 0 && (
        <div>
          <dt>{t('selection.wrong')}</dt>
          <dd className={styles.wrong}>{wrong.join(' · ')}</dd>
        </div>
      )}
    </dl>
  );
}
