import { useRef, useState } from 'react';
import { useT } from '../../../lib/i18n/index.tsx';
import { useShortcut } from '../../../lib/keys/index.ts';
import { Button, Chip, Icon } from '../../../ui/index.ts';
import styles from './AdviceCard.module.css';
import type { Proposal } from './proposal.ts';
import { Refusal } from './Refusal.tsx';

interface Key {
  readonly keys: string;
  readonly shown: string;
}

interface AdviceCardProps {
  readonly ticket: string;
  readonly proposal: Proposal;
  readonly keys: { readonly follow: Key; readonly refuse: Key };
  /** another stood under its keys a moment ago: who presses has read that one */
  readonly fresh: boolean;
}

/** What a rule proposes, why, and what would change it. */
export function AdviceCard({ ticket, proposal, keys, fresh }: AdviceCardProps) {
  const t = useT();
  const [refusing, setRefusing] = useState(false);
  const [asks, setAsks] = useState(false);
  const card = useRef<HTMLElement>(null);
  const { icon, title, detail, reasons, unless, way, follow, hindered } = proposal;
  function run(): void {
    setAsks(fresh);
    if (!fresh) void follow();
  }
  useShortcut(
    { ...keys.follow, manner: 'acts', label: 'advice.key.accept', run },
    hindered === undefined,
    card,
  );
  useShortcut({ ...keys.refuse, label: 'advice.key.refuse', run: () => setRefusing(true) }, true, card);
  return (
    <article ref={card} className={styles.card} aria-label={title}>
      <Icon of={icon} className={styles.icon} />
      <div className="grow">
        <b>{title}</b> {fresh && <Chip>{t('advice.changed')}</Chip>}
        {detail !== undefined && <p>{detail}</p>}
        <p className={styles.why}>{reasons.join(' · ')}</p>
        <p className={styles.limits}>{unless}</p>
        {hindered !== undefined && <p>{hindered}</p>}
        <p role="status">{asks && t('advice.changedAsk')}</p>
        {refusing ? (
          <Refusal ticket={ticket} proposal={proposal} onDone={() => setRefusing(false)} />
        ) : (
          <div className={styles.ways}>
            {hindered === undefined && (
              <Button shortcut={keys.follow.shown} onClick={run}>
                {way}
              </Button>
            )}
            <Button look="bare" shortcut={keys.refuse.shown} onClick={() => setRefusing(true)}>
              {t('advice.refuse')}
            </Button>
          </div>
        )}
      </div>
    </article>
  );
}
