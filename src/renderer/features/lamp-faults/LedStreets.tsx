import type { LedConversion } from '../../../shared/lamp/conversion.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { Button } from '../../ui/index.ts';
import styles from './LampFaults.module.css';
import { plannedWords } from './words.ts';

interface LedStreetsProps {
  readonly streets: LedConversion['streets'];
  readonly onChoose: (lamps: readonly string[], name: string) => void;
}

/** The streets of a district where something is left to do, and when it is planned; each chooses its lamps that are left. */
export function LedStreets({ streets, onChoose }: LedStreetsProps) {
  const { t, locale } = useLanguage();
  const left = streets.filter(({ planned, rest }) => planned + rest > 0);
  if (left.length === 0) return null;
  return (
    <details className={styles.named}>
      <summary>{t('faults.led.streets')}</summary>
      <ul>
        {left.map(({ street, commune, planned, rest, next, named }) => (
          <li key={`${street}|${commune}`}>
            {t('faults.led.left', { street, planned, rest })}
            {next !== undefined && ` (${t('faults.led.next', { when: plannedWords(next, locale) })})`}
            {named && (
              <Button
                aria-label={t('faults.onMapOf', { what: street })}
                onClick={() =>
                  onChoose([...named.planned, ...named.rest], t('faults.led.chosen.left', { street }))
                }
              >
                {t('faults.onMap')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
