import { type LedConversion, sumOf } from '../../../shared/lamp/conversion.ts';
import { useLanguage, wholeNumber } from '../../lib/i18n/index.tsx';
import { Button } from '../../ui/index.ts';
import { useCity } from '../city/index.ts';
import { LedSaving } from '../energy/index.ts';
import styles from './LampFaults.module.css';
import { LedStreets } from './LedStreets.tsx';
import { basedOf, type LedState, ledLamps, nextOf } from './led-lamps.ts';
import { plannedWords } from './words.ts';

interface LedRowProps {
  /** a district, or the city with all its streets */
  readonly place: LedConversion;
  readonly onChoose: (lamps: readonly string[], name: string) => void;
}

/** A place: how many lamps are LED, planned, or neither; each figure chooses its lamps on the map. */
export function LedRow({ place, onChoose }: LedRowProps) {
  const { t, locale } = useLanguage();
  const book = useCity((city) => city.book);
  const { id, name, streets } = place;
  const isCity = id === 'city';
  const { done, undated, planned, rest } = sumOf(streets);
  const based = basedOf(streets);
  const next = nextOf(streets);
  const chosen = (state: LedState) => {
    const pieces = [...book.pieces].filter(({ district }) => isCity || district === id);
    const lamps = ledLamps(streets, state, pieces);
    if (lamps !== undefined) onChoose(lamps, t(`faults.led.chosen.${state}`, { name }));
  };
  const isNamed = ledLamps(streets, 'rest', []) !== undefined;
  const figure = (state: LedState, count: number) =>
    count === 0 || !isNamed ? (
      wholeNumber(count, locale)
    ) : (
      <Button
        aria-label={t('faults.led.choose', { count, what: t(`faults.led.chosen.${state}`, { name }) })}
        onClick={() => chosen(state)}
      >
        {wholeNumber(count, locale)}
      </Button>
    );
  return (
    <>
      <tr>
        <th scope="row">{name}</th>
        <td>
          {figure('led', done + undated)}
          {undated > 0 && <small>{t('faults.led.undated', { n: undated })}</small>}
        </td>
        <td>
          {figure('planned', planned)}
          {next !== undefined && <small>{t('faults.led.next', { when: plannedWords(next, locale) })}</small>}
        </td>
        <td>{figure('rest', rest)}</td>
        <td>
          <LedSaving place={id} />
          {based !== undefined && done + undated > 0 && (
            <small>{t('faults.led.based', { based, led: done + undated })}</small>
          )}
        </td>
      </tr>
      {!isCity && planned + rest > 0 && (
        <tr className={styles.streets}>
          <td colSpan={5}>
            <LedStreets place={place} onChoose={onChoose} />
          </td>
        </tr>
      )}
    </>
  );
}
