import { byTravel, type NearestUnit } from '../../../shared/advice/nearest-unit.ts';
import { duration, useLanguage } from '../../lib/i18n/index.tsx';
import { Section } from '../../ui/index.ts';
import type { Row } from '../desk/index.ts';
import { isStale, useLink } from '../link/index.ts';
import { AssignedLine } from './AssignedLine.tsx';
import { CandidateLine } from './CandidateLine.tsx';
import styles from './Units.module.css';
import { useNearest } from './use-units.ts';

/** Candidates beside the assigned ones: who is next, not the whole fleet. The chooser and the palette have all. */
const SHOWN = 4;

/** Who goes, how far they are, and who could. */
export function UnitsSection({ row }: { readonly row: Row }) {
  const { t, locale } = useLanguage();
  const { ticket } = row;
  const nearest = useNearest(ticket);
  const lost = useLink(({ state }) => isStale(state));
  const assigned = ticket.assignments ?? [];
  // Who has refused stands above already, with why.
  const able = nearest.candidates.filter(({ hindrances }) => !hindrances.includes('refused'));
  const others = ticket.state === 'closed' ? [] : byTravel(able).slice(0, SHOWN);
  if (ticket.state === 'closed' && assigned.length === 0) return null;
  const age = lost || ticket.state === 'closed' ? undefined : oldestFresh(nearest);
  return (
    <Section
      title={t('units.title')}
      aside={age === undefined ? undefined : t('units.positions', { age: duration(age, locale) })}
    >
      <ul className={styles.list}>
        {assigned.map((one) => (
          <AssignedLine key={one.unit} row={row} assignment={one} />
        ))}
        {others.map((candidate) => (
          <CandidateLine key={candidate.unit.id} candidate={candidate} />
        ))}
      </ul>
      {assigned.length === 0 && others.length === 0 && <p className="quiet">{t('units.none')}</p>}
      {ticket.place.position === undefined && <p className={styles.why}>{t('units.noPlace')}</p>}
    </Section>
  );
}

/** How old the positions are that are not said to be old: the oldest of them. */
function oldestFresh({ candidates }: NearestUnit): number | undefined {
  const fresh = candidates.filter(({ travel, hindrances }) => travel && !hindrances.includes('stale'));
  return fresh.length === 0 ? undefined : Math.max(...fresh.map(({ ageMs }) => ageMs));
}
