import { Bike, Car, Footprints, type LucideIcon, Truck } from 'lucide-react';
import { type Assignment, isOpenQuestion, isUnderWay } from '../../../shared/unit/assignment.ts';
import type { UnitKind } from '../../../shared/unit/model.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { classes, Icon } from '../../ui/index.ts';
import type { Row } from '../desk/index.ts';
import styles from './Units.module.css';
import { useTravel, useUnits } from './use-units.ts';
import { assignmentWords, distanceWords, timeWords } from './words.ts';

const ICONS: Readonly<Record<UnitKind, LucideIcon>> = {
  foot: Footprints,
  bike: Bike,
  motorbike: Bike,
  car: Car,
  van: Truck,
  truck: Truck,
};
/** More than these are in the list below. */
const MOST = 3;

/** Who goes and who does not, under the owner of the ticket: seen without scrolling, whatever the screen. */
export function UnitStrip({ row: { ticket } }: { readonly row: Row }) {
  const t = useT();
  const all = (ticket.assignments ?? []).filter(
    (one) => isUnderWay(one) || isOpenQuestion(one) || one.state === 'byVoice',
  );
  if (ticket.state === 'closed' || all.length === 0) return null;
  // What wants a decision first.
  const first = all.toSorted((a, b) => Number(isOpenQuestion(b)) - Number(isOpenQuestion(a)));
  return (
    <ul className={styles.strip} aria-label={t('units.assignedUnits')}>
      {first.slice(0, MOST).map((one) => (
        <Cell key={one.unit} ticket={ticket} assignment={one} />
      ))}
      {all.length > MOST && <li className={styles.cell}>{t('units.more', { n: all.length - MOST })}</li>}
    </ul>
  );
}

interface CellProps {
  readonly ticket: Row['ticket'];
  readonly assignment: Assignment;
}
function Cell({ ticket, assignment }: CellProps) {
  const t = useT();
  const unit = useUnits().get(assignment.unit);
  const travel = useTravel(ticket.place.position);
  const goes = isUnderWay(assignment) && assignment.state !== 'onSite';
  const far = goes && unit?.position !== undefined ? travel?.(unit.position, unit.kind) : undefined;
  return (
    <li className={classes(styles.cell, isOpenQuestion(assignment) && styles.asks)}>
      {unit !== undefined && <Icon of={ICONS[unit.kind]} />}
      <span>
        <b>{unit?.callSign ?? assignment.unit}</b> {assignmentWords(t, assignment)}
        {far !== undefined && (
          <small className={styles.far}>
            {[distanceWords(t, far), timeWords(t, far.seconds)].join(', ')}
          </small>
        )}
      </span>
    </li>
  );
}
