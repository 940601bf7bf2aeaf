import { CircleX, PauseCircle } from 'lucide-react';
import { useState } from 'react';
import type { Refusal } from '../../../shared/refusal/model.ts';
import { millis } from '../../../shared/wire/time.ts';
import { momentOf, type Translate, useLanguage } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { Button, Icon, InlineMotive } from '../../ui/index.ts';
import { commandWords, refusalWords, shortRef, useBoard, useDesk } from '../desk/index.ts';
import { shortSeat } from '../seats/index.ts';
import { nameOf, useSession } from '../session/index.ts';
import styles from './Refusals.module.css';

interface RefusalLineProps {
  readonly refusal: Refusal;
  readonly mayAct: boolean;
  /** its ways out have the letters */
  readonly hasKeys: boolean;
  readonly onTicket: (ticket: string) => void;
}

const why = (t: Translate, refusal: Refusal): string =>
  refusal.state === 'held' ? t('supervision.held') : (refusalWords(t, refusal) ?? '');

/** Who did what, where and when, and why it was not taken; to be opened, written down on its ticket, or filed. */
export function RefusalLine({ refusal, mayAct, hasKeys, onTicket }: RefusalLineProps) {
  const { t, locale } = useLanguage();
  const people = useSession(({ view }) => view?.people) ?? [];
  const ticket = useBoard(({ rows }) => rows.get(refusal.target.id)?.ticket);
  const act = useDesk((desk) => desk.act);
  const [filing, setFiling] = useState(false);
  const who = nameOf(people, refusal.person);
  const time = momentOf(millis(refusal.madeAt), Date.now(), locale);
  const what = commandWords(t, refusal);

  async function write(): Promise<void> {
    const text = t('supervision.noteOf', {
      who,
      seat: shortSeat(refusal.seat),
      time,
      what,
      why: why(t, refusal),
    });
    if (await act('ticket.note', refusal.target.id, { text: text.slice(0, 4_000) }))
      await act('refusal.seen', refusal.id);
  }
  const open = () => onTicket(refusal.target.id);
  const keyed = hasKeys && mayAct && !filing;
  useShortcut(
    { keys: 'o', shown: 'O', label: 'supervision.key.open', run: open },
    keyed && ticket !== undefined,
  );
  useShortcut(
    { keys: 't', manner: 'acts', shown: 'T', label: 'supervision.key.note', run: () => void write() },
    keyed && ticket !== undefined,
  );
  useShortcut({ keys: 'x', shown: 'X', label: 'supervision.key.file', run: () => setFiling(true) }, keyed);
  const key = (letter: string) => (keyed ? letter : undefined);
  return (
    <li className={styles.line}>
      <Icon of={refusal.state === 'held' ? PauseCircle : CircleX} />
      <span className={styles.words}>
        <b>{what}</b>{' '}
        {ticket !== undefined && t('desk.onTicket', { ref: shortRef(ticket, t), place: ticket.place.label })}
        {ticket === undefined && typeof refusal.args.title === 'string' && `: ${refusal.args.title}`}
        <small>
          {[
            t('supervision.by', { who, seat: shortSeat(refusal.seat), time }),
            why(t, refusal),
            refusal.motive,
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
      {ticket !== undefined && (
        <Button shortcut={key('O')} onClick={open}>
          {t('supervision.open')}
        </Button>
      )}
      {mayAct && ticket !== undefined && (
        <Button shortcut={key('T')} onClick={() => void write()}>
          {t('supervision.writeNote')}
        </Button>
      )}
      {mayAct && (
        <Button shortcut={key('X')} aria-expanded={filing} onClick={() => setFiling(!filing)}>
          {t('supervision.file')}
        </Button>
      )}
      {filing && (
        <InlineMotive
          label={t('supervision.fileWhy')}
          hint={t('supervision.fileHint')}
          required
          send={t('supervision.file')}
          cancel={t('common.cancel')}
          className={styles.form}
          onSend={(motive) => act('refusal.seen', refusal.id, {}, { motive })}
          onClose={() => setFiling(false)}
        />
      )}
    </li>
  );
}
