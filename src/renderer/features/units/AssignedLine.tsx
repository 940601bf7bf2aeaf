import { useState } from 'react';
import { stillToSay } from '../../../shared/unit/assign.ts';
import { type Assignment, isCommitted, isOpenQuestion } from '../../../shared/unit/assignment.ts';
import type { UnitReply } from '../../../shared/unit/model.ts';
import { cameTooLateToTell, toRecall } from '../../../shared/unit/orders.ts';
import { millis } from '../../../shared/wire/time.ts';
import { clockTime, useLanguage } from '../../lib/i18n/index.tsx';
import { Button, Chip, classes, InlineMotive, Menu } from '../../ui/index.ts';
import { type Row, useDesk } from '../desk/index.ts';
import { isStale, useLink } from '../link/index.ts';
import styles from './Units.module.css';
import { useMoment, useTravel, useUnits } from './use-units.ts';
import { assignmentWords, distanceWords, oldWords, timeWords } from './words.ts';

interface AssignedLineProps {
  readonly row: Row;
  readonly assignment: Assignment;
}

/** A unit on the ticket: what it was told and answered, how far it is; told again or taken off by its owner. */
export function AssignedLine({ row, assignment }: AssignedLineProps) {
  const { t } = useLanguage();
  const { ticket, confirmed, mine } = row;
  const act = useDesk((desk) => desk.act);
  const compose = useDesk((desk) => desk.compose);
  const lost = useLink(({ state }) => isStale(state));
  const [asking, setAsking] = useState<'recall' | 'refusal'>();
  const unit = useUnits().get(assignment.unit);
  const name = unit?.callSign ?? assignment.unit;
  const asks = isOpenQuestion(assignment) && ticket.state !== 'closed';
  const known = confirmed?.assignments?.find((one) => one.unit === assignment.unit);
  const pending = known?.state !== assignment.state;
  const release = (motive?: string) =>
    act('unit.release', ticket.id, { unit: assignment.unit }, motive === undefined ? {} : { motive });
  const mayTakeOff = mine && ticket.state !== 'closed';
  const report = (answer: UnitReply, motive = '') =>
    act('unit.report', ticket.id, { unit: assignment.unit, answer }, motive === '' ? {} : { motive });
  const hear = (answer: UnitReply) => (answer === 'refused' ? setAsking('refusal') : void report(answer));
  const takeOff = mayTakeOff && asking !== 'recall' && (
    <Button
      look="bare"
      aria-label={t('units.takeOffName', { unit: name })}
      onClick={() => (isCommitted(assignment) ? setAsking('recall') : void release())}
    >
      {t('units.takeOff')}
    </Button>
  );
  return (
    <li className={classes(styles.assigned, asks && styles.asks)}>
      <div className={styles.line}>
        <b className={styles.sign}>{name}</b>
        <Arrival row={row} assignment={assignment} />
      </div>
      <div className={styles.said}>
        <span className={styles.facts}>
          <Said row={row} assignment={assignment} />
        </span>
        {!asks && mayTakeOff && (
          <span className={styles.ways}>
            <Heard assignment={assignment} name={name} onHeard={hear} />
            {takeOff}
          </span>
        )}
      </div>
      {asking === 'refusal' && mayTakeOff && (
        <InlineMotive
          label={t('units.refusedWhy')}
          hint={t('units.refusedHint', { unit: name })}
          required={false}
          send={t('units.refusedSend', { unit: name })}
          cancel={t('common.cancel')}
          onSend={(motive) => report('refused', motive)}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'recall' && mayTakeOff && (
        <InlineMotive
          label={t('units.takeOffWhy')}
          hint={t('units.takeOffHint', { unit: name, said: assignmentWords(t, assignment) })}
          required
          send={t('units.takeOffName', { unit: name })}
          cancel={t('common.cancel')}
          onSend={release}
          onClose={() => setAsking(undefined)}
        />
      )}
      {pending && <Chip kind="pending">{t('desk.unconfirmed')}</Chip>}
      {asks && (
        <div className={styles.ways}>
          {mine && assignment.state === 'untold' && unit !== undefined && !lost && (
            <Button onClick={() => void act('ticket.assign', ticket.id, { units: [assignment.unit] })}>
              {t('units.tellNow')}
            </Button>
          )}
          {mine && assignment.state === 'untold' && (
            <Button
              onClick={() =>
                void act('ticket.assign', ticket.id, { units: [assignment.unit], byVoice: true })
              }
            >
              {t('units.toldByRadio')}
            </Button>
          )}
          {mine && assignment.state === 'refused' && (
            <Button onClick={() => compose('assign')}>{t('units.sendAnother')}</Button>
          )}
          {mine && <Heard assignment={assignment} name={name} onHeard={hear} />}
          {takeOff}
        </div>
      )}
    </li>
  );
}

interface HeardProps {
  readonly assignment: Assignment;
  readonly name: string;
  readonly onHeard: (answer: UnitReply) => void;
}

/** Writes down what it says by radio: only what it can still say. */
function Heard({ assignment, name, onHeard }: HeardProps) {
  const { t } = useLanguage();
  const may = stillToSay(assignment);
  if (may.length === 0) return null;
  return (
    <Menu
      button={
        <Button look="bare" aria-label={t('units.heardName', { unit: name })}>
          {t('units.heard')}
        </Button>
      }
      choices={may.map((answer) => ({
        id: answer,
        label: t(`units.heard.${answer}`),
        onChoose: () => onHeard(answer),
      }))}
    />
  );
}

/**
 * What is known of it and how far it is; of a closed ticket how it is called back, for it goes there no more: ordered is
 * not heard, and heard is what the unit itself has said.
 */
function Said({ row, assignment }: AssignedLineProps) {
  const { t } = useLanguage();
  const { ticket, confirmed } = row;
  const closing = useDesk(({ timeline }) => timeline?.findLast(({ patch }) => patch.state === 'closed'));
  const { recall } = assignment;
  if (ticket.state === 'closed' && recall !== undefined)
    return t(`units.recall.${recall.state}`, { time: clockTime(millis(recall.at)) });
  if (isRecalled(row, assignment)) {
    // The hub calls it back once it has heard of the closing.
    if (confirmed?.state !== 'closed' || ticket.closedAt === undefined) return t('units.recall.none');
    if (closing !== undefined && cameTooLateToTell(closing)) return t('units.recall.late');
    return t('units.recall.ordered', { time: clockTime(millis(ticket.closedAt)) });
  }
  return (
    <>
      {assignmentWords(t, assignment)}
      <Where row={row} assignment={assignment} />
    </>
  );
}

/** How far it is, with the age of that where it is old. */
function Where({ row, assignment }: AssignedLineProps) {
  const { t, locale } = useLanguage();
  const unit = useUnits().get(assignment.unit);
  const travel = useTravel(row.ticket.place.position);
  const moment = useMoment();
  const lost = useLink(({ state }) => isStale(state));
  if (unit?.position === undefined || travel === undefined || !isGoing(row, assignment)) return null;
  const age = moment - millis(unit.positionAt ?? unit.at);
  const words = oldWords({ t, locale }, age, lost);
  const far = distanceWords(t, travel(unit.position, unit.kind));
  return (
    <>
      {', '}
      {far}
      {words !== undefined && <span className="stale">{` · ${words}`}</span>}
    </>
  );
}

/** When it is there, if it goes; else since when it is so. */
function Arrival({ row, assignment }: AssignedLineProps) {
  const { t } = useLanguage();
  const lost = useLink(({ state }) => isStale(state));
  const unit = useUnits().get(assignment.unit);
  const travel = useTravel(row.ticket.place.position);
  if (unit?.position !== undefined && travel !== undefined && isGoing(row, assignment))
    return (
      <b className={classes(styles.time, lost && styles.old)}>
        {timeWords(t, travel(unit.position, unit.kind).seconds)}
      </b>
    );
  // When it was told says nothing beside when it was called back.
  if (isRecalled(row, assignment)) return null;
  return <time className={styles.time}>{clockTime(millis(assignment.at))}</time>;
}

const isRecalled = ({ ticket }: Row, { unit }: Assignment): boolean =>
  ticket.state === 'closed' && toRecall(ticket).byRoom.includes(unit);

/** To a closed ticket nobody goes. */
const isGoing = ({ ticket }: Row, { state }: Assignment): boolean =>
  ticket.state !== 'closed' && (state === 'told' || state === 'accepted' || state === 'byVoice');
