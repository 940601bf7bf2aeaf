import { type KeyboardEvent, useRef, useState } from 'react';
import type { Candidate } from '../../../shared/advice/nearest-unit.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { digitOf } from '../../lib/keys/match.ts';
import { Field, Kbd } from '../../ui/index.ts';
import { ComposerForm, type Row } from '../desk/index.ts';
import { isStale, useLink } from '../link/index.ts';
import { CandidateFacts } from './CandidateLine.tsx';
import { isProposedSince, ticked } from './ticked.ts';
import styles from './Units.module.css';
import { useNearest, useUnits } from './use-units.ts';
import { proposalWords } from './words.ts';

/** As many as have a digit. */
const DIGITS = 9;
const RULE = 'nearestUnit';

interface Offered {
  readonly candidate: Candidate;
  readonly digit: number;
}

/** Those that can be chosen by a digit: as long as one chooses, each keeps its own, however the fleet moves. */
function useOffered(candidates: readonly Candidate[]): readonly Offered[] {
  const order = useRef<readonly string[]>([]);
  const come = candidates.map(({ unit }) => unit.id).filter((id) => !order.current.includes(id));
  order.current = [...order.current, ...come].slice(0, DIGITS);
  return order.current.flatMap((id, n) => {
    const candidate = candidates.find(({ unit }) => unit.id === id);
    return candidate === undefined ? [] : [{ candidate, digit: n + 1 }];
  });
}

/**
 * Who is to go: digits choose, Enter sends the chosen ones or the one that the rule proposed when it was opened. Without the hub nobody
 * is told anything: the unit is chosen, and told by radio only where the operator says so.
 */
export function AssignForm({ row }: { readonly row: Row }) {
  const { t } = useLanguage();
  const nearest = useNearest(row.ticket);
  const { candidates, proposed } = nearest;
  const units = useUnits();
  const lost = useLink(({ state }) => isStale(state));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [opened] = useState(() => (lost ? undefined : proposed?.unit.id));
  const [said, setSaid] = useState('');
  const offered = useOffered(candidates);
  const [told, setTold] = useState(false);
  const toggle = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));

  const voice = said.trim();
  const ticks = { opened, chosen };
  const able = candidates.map(({ unit }) => unit.id);
  const picked = ticked(ticks, able);
  const since = !lost && isProposedSince(ticks, proposed?.unit.id) ? proposed : undefined;
  const byVoice = voice !== '' || (lost && told);
  const untold = lost && !byVoice;
  // Who writes the call sign of a unit means that unit.
  const called = [...units.values()].find(({ callSign }) => callSign.toLowerCase() === voice.toLowerCase());
  const who = voice === '' ? picked : [called?.id ?? voice];
  const names = who.map((id) => units.get(id)?.callSign ?? id).join(', ');
  const [only] = who;
  const advised = only !== undefined && (only === opened || only === proposed?.unit.id);
  const followed = !byVoice && !untold && who.length === 1 && advised;

  function onKeyDown(event: KeyboardEvent<HTMLFieldSetElement>): void {
    const pressed = digitOf(event);
    const meant = offered.find(({ digit }) => digit === pressed);
    if (meant !== undefined) toggle(meant.candidate.unit.id);
    else if (lost && pressed === 0) setTold(!told);
    else if (event.key === 'Enter' && !event.ctrlKey) event.currentTarget.form?.requestSubmit();
    else return;
    event.preventDefault(); // a digit elsewhere is another key
  }
  return (
    <ComposerForm
      row={row}
      op="ticket.assign"
      args={
        who.length === 0
          ? undefined
          : { units: who, ...(byVoice && { byVoice }), ...(untold && { tell: false }) }
      }
      advice={followed ? RULE : undefined}
      submit={t(sendWords(names, byVoice, untold), { names })}
    >
      {offered.length > 0 && (
        <fieldset className={styles.choices} onKeyDown={onKeyDown}>
          <legend className={styles.legend}>{t(lost ? 'units.choose.lost' : 'units.choose')}</legend>
          {offered.map(({ candidate, digit }) => (
            <label key={candidate.unit.id} className={styles.choice}>
              <input
                type="checkbox"
                checked={picked.includes(candidate.unit.id)}
                onChange={() => toggle(candidate.unit.id)}
              />
              <Kbd>{String(digit)}</Kbd>
              <CandidateFacts candidate={candidate} skilled />
            </label>
          ))}
          <p role="status">{since && t('units.choose.changed', { unit: since.unit.callSign })}</p>
          {lost && (
            <>
              <label className={styles.choice}>
                <input type="checkbox" checked={told} onChange={() => setTold(!told)} />
                <Kbd>0</Kbd>
                {t('units.radioDone')}
              </label>
              <p className={styles.why}>{t('units.radioNotDone')}</p>
            </>
          )}
          {!lost && <p className={styles.why}>{proposalWords(t, nearest)}</p>}
        </fieldset>
      )}
      <Field
        label={t('units.voice')}
        hint={t(lost ? 'units.voiceLost' : 'units.voiceHint')}
        value={said}
        maxLength={120}
        onChange={({ target }) => setSaid(target.value)}
      />
    </ComposerForm>
  );
}

/** What is sent, in the words of the button. */
const sendWords = (names: string, byVoice: boolean, untold: boolean) =>
  names === ''
    ? 'units.send.none'
    : byVoice
      ? 'units.send.voice'
      : untold
        ? 'units.send.untold'
        : 'units.send';
