import type { LedConversion } from '../../../shared/lamp/conversion.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { Button, VisuallyHidden } from '../../ui/index.ts';
import styles from './LampFaults.module.css';
import { plannedWords } from './words.ts';

interface LedStreetsProps {
  readonly place: LedConversion;
  readonly onChoose: (lamps: readonly string[], name: string) => void;
}

/** The streets of a district where something is left to do, and when it is planned; each chooses its lamps that are left. */
export function LedStreets({ place: { name, streets }, onChoose }: LedStreetsProps) {
  const { t, locale } = useLanguage();
  const left = streets.filter(({ planned, rest }) => planned + rest > 0);
  return (
    <details className={styles.named}>
      <summary>
        {t('faults.led.streets')}
        <VisuallyHidden> ({name})</VisuallyHidden>
      </summary>
      <ul>
        {left.map(({ street, commune, planned, rest, next, named }) => (
          <li key={`${street}|${commune}`}>
            {t('faults.led.left', {
              street,
              planned,
              rest,
              both: planned > 0 && rest > 0 ? 'yes' : 'no',
            })}
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
