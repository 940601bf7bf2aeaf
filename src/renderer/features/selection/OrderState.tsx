import { useRef } from 'react';
import type { LampOverride } from '../../../shared/lamp/override.ts';
import { coveredBy } from '../../../shared/lamp/piled.ts';
import { millis } from '../../../shared/wire/time.ts';
import { clockMinute, useLocale, useT } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { Button, classes, useKeepsFocus } from '../../ui/index.ts';
import { isStale, useLink } from '../link/index.ts';
import { useLampCommand } from '../relight/index.ts';
import { canResend, Laggards } from './Laggards.tsx';
import { OrderBy } from './OrderBy.tsx';
import { OrderPile } from './OrderPile.tsx';
import styles from './Selection.module.css';
import { answerWords, orderWords } from './words.ts';

const STAGES = ['commanded', 'acknowledged', 'observed'] as const;

interface OrderStateProps {
  /** the commands that one order was sent as */
  readonly parts: readonly LampOverride[];
  /** the key gives this one back */
  readonly latest: boolean;
  readonly onTicket: (ticket: string) => void;
}

/** Commanded, acknowledged and observed as three bars; who has not followed and why; and the way back. */
export function OrderState({ parts, latest, onTicket }: OrderStateProps) {
  const t = useT();
  const locale = useLocale();
  const offline = useLink(({ state }) => isStale(state));
  const running = parts.filter(({ phase }) => phase === 'set');
  const { may, asked, ask } = useLampCommand(
    parts.map(({ id, phase, resentAt }) => `${id} ${phase} ${resentAt}`).join(),
  );
  const box = useRef<HTMLElement>(null);
  const title = useRef<HTMLParagraphElement>(null);
  // Who was told again, or given back, takes their button with them.
  useKeepsFocus(box, title);
  const first = parts[0];
  // At their own end gateways go back by themselves: nothing is commanded, and nothing acknowledged.
  const byItself = parts.every(({ phase, commanded }) => phase === 'release' && commanded === 0);
  const giveBack = async (): Promise<void> => {
    for (const { id } of running) if ((await ask({ kind: 'release', override: id }))?.kind !== 'done') return;
  };
  const resend = async (): Promise<void> => {
    for (const { id } of parts.filter(canResend))
      if ((await ask({ kind: 'resend', override: id }))?.kind !== 'done') return;
  };
  const ready = may && !offline && running.length > 0 && asked.kind !== 'asking';
  useShortcut(
    { keys: 'u', manner: 'acts', shown: 'U', label: 'selection.key.giveBack', run: () => void giveBack() },
    latest && ready,
  );
  if (first === undefined) return null;
  const sum = (of: (one: LampOverride) => number) => parts.reduce((total, one) => total + of(one), 0);
  // What a later order has is that one's to do.
  const lamps = sum((one) => one.lamps - coveredBy(one));
  const name = orderWords(t, first);
  const levels = new Set(parts.map(({ level }) => Math.round(level * 100)));
  const values = {
    level: new Intl.ListFormat(locale).format([...levels].toSorted((a, b) => a - b).map(String)),
    time: clockMinute(millis(first.until)),
  };
  const notes = [
    [sum(({ already = 0 }) => already), 'selection.already'],
    [sum(({ awaited = 0 }) => awaited), 'selection.awaited'],
    [sum(({ unanswered = 0 }) => unanswered), 'selection.unanswered'],
    [sum(({ floored = 0 }) => floored), 'selection.floored'],
    [sum(({ spared = 0 }) => spared), 'selection.spared'],
  ] as const;
  return (
    <section
      ref={box}
      className={classes(styles.one, offline && 'stale')}
      aria-label={t('selection.orderOf', { name })}
    >
      <p ref={title} tabIndex={-1}>
        <b>{name}</b>{' '}
        <span className="quiet">
          {t(running.length > 0 ? 'selection.to' : 'selection.goingBack', values)}
          {offline && ` · ${t('relight.lastKnown')}`}
        </span>
      </p>
      <OrderBy order={first} />
      <OrderPile parts={parts} />
      {STAGES.filter((stage) => lamps > 0 && (!byItself || stage === 'observed')).map((stage) => {
        const n = sum((one) => one[stage]);
        return (
          <p key={stage} className={classes(styles.stage, styles[stage])}>
            <i aria-hidden="true" />
            <span>{t(byItself ? 'selection.stage.back' : `selection.stage.${stage}`)}</span>
            <span className={styles.bar} aria-hidden="true">
              <i style={{ width: `${(100 * n) / lamps}%` }} />
            </span>
            <span className="figures">{t('selection.of', { n, lamps })}</span>
          </p>
        );
      })}
      {notes.map(([n, words]) => n > 0 && <p key={words}>{t(words, { n })}</p>)}
      <Laggards parts={parts} off={!ready} onResend={() => void resend()} onTicket={onTicket} />
      {running.length > 0 && (
        <div className={styles.acts}>
          <p role="status" className={styles.said}>
            {asked.kind === 'idle' ? undefined : answerWords(t, asked)}
          </p>
          <Button
            {...(latest ? { shortcut: 'U' } : {})}
            off={offline ? t('relight.offline') : undefined}
            disabled={!ready}
            keepsFocus
            onClick={() => void giveBack()}
          >
            {t('selection.giveBack')}
          </Button>
        </div>
      )}
    </section>
  );
}
