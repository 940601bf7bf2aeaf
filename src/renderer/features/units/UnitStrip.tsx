import { Bike, Car, Footprints, type LucideIcon, Truck } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { type Assignment, isOpenQuestion, isUnderWay } from '../../../shared/unit/assignment.ts';
import type { UnitKind } from '../../../shared/unit/model.ts';
import { millis } from '../../../shared/wire/time.ts';
import { useLanguage, useT } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { Button, classes, Icon } from '../../ui/index.ts';
import { type Row, useDesk } from '../desk/index.ts';
import { isStale, useLink } from '../link/index.ts';
import styles from './Units.module.css';
import { useMoment, useTravel, useUnits } from './use-units.ts';
import { assignmentWords, distanceWords, oldWords, timeWords } from './words.ts';

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
export function UnitStrip({ row: { ticket, mine } }: { readonly row: Row }) {
  const t = useT();
  const units = useUnits();
  const act = useDesk((desk) => desk.act);
  const lost = useLink(({ state }) => isStale(state));
  const strip = useRef<HTMLUListElement>(null);
  // Chosen without the hub, or told in vain: whom the room can tell now it offers to tell, and never does by itself.
  const untold = (ticket.assignments ?? []).find((one) => one.state === 'untold' && units.has(one.unit));
  const mayTell = mine && !lost && ticket.state !== 'closed' && untold !== undefined;
  const tell = () => untold && void act('ticket.assign', ticket.id, { units: [untold.unit] });
  useShortcut(
    { keys: 'Shift+F', manner: 'acts', shown: '⇧ F', label: 'units.key.tell', run: tell },
    mayTell,
    strip,
  );
  const all = (ticket.assignments ?? []).filter(
    (one) => isUnderWay(one) || isOpenQuestion(one) || one.state === 'byVoice',
  );
  if (ticket.state === 'closed' || all.length === 0) return null;
  // What wants a decision first.
  const first = all.toSorted((a, b) => Number(isOpenQuestion(b)) - Number(isOpenQuestion(a)));
  return (
    <ul ref={strip} className={styles.strip} aria-label={t('units.assignedUnits')}>
      {first.slice(0, MOST).map((one) => (
        <Cell key={one.unit} ticket={ticket} assignment={one}>
          {mayTell && one === untold && (
            <Button shortcut="⇧ F" onClick={tell}>
              {t('units.tellNow')}
            </Button>
          )}
        </Cell>
      ))}
      {all.length > MOST && <li className={styles.cell}>{t('units.more', { n: all.length - MOST })}</li>}
    </ul>
  );
}

interface CellProps {
  readonly ticket: Row['ticket'];
  readonly assignment: Assignment;
  /** what can be done about it */
  readonly children: ReactNode;
}
function Cell({ ticket, assignment, children }: CellProps) {
  const { t, locale } = useLanguage();
  const moment = useMoment();
  const lost = useLink(({ state }) => isStale(state));
  const unit = useUnits().get(assignment.unit);
  const travel = useTravel(ticket.place.position);
  const goes = isUnderWay(assignment) && assignment.state !== 'onSite';
  const far = goes && unit?.position !== undefined ? travel?.(unit.position, unit.kind) : undefined;
  const old = unit && oldWords({ t, locale }, moment - millis(unit.positionAt ?? unit.at), lost);
  return (
    <li className={classes(styles.cell, isOpenQuestion(assignment) && styles.asks)}>
      {unit !== undefined && <Icon of={ICONS[unit.kind]} />}
      <span>
        <b>{unit?.callSign ?? assignment.unit}</b> {assignmentWords(t, assignment)}
        {far !== undefined && (
          <small className={styles.far}>
            {[distanceWords(t, far), timeWords(t, far.seconds)].join(', ')}
            {old !== undefined && <span className="stale">{` · ${old}`}</span>}
          </small>
        )}
      </span>
      {children}
    </li>
  );
}
