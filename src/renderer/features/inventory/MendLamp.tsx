import { Move } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { distance, type Position } from '../../../shared/geo/position.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useNotices } from '../../lib/notices/index.ts';
import { Button, Field, Icon } from '../../ui/index.ts';
import { refusedWords, useLampCommand } from '../relight/index.ts';
import styles from './MendLamp.module.css';
import { nudged } from './nudge.ts';

interface MendLampProps {
  /** of the lamp */
  readonly id: string;
  /** where the inventory has it */
  readonly from: Position;
  /** where its mark stands now */
  readonly position: Position;
  readonly onMove: (position: Position) => void;
  readonly onClose: () => void;
}

/** Puts a lamp where it really stands: its mark is drawn on the map, or moved by arrows, and a motive says how one knows. */
export function MendLamp({ id, from, position, onMove, onClose }: MendLampProps) {
  const t = useT();
  const notice = useNotices((notices) => notices.show);
  const { asked, ask } = useLampCommand(id);
  const [motive, setMotive] = useState('');
  const [missing, setMissing] = useState(false);
  const mark = useRef<HTMLButtonElement>(null);
  useEffect(() => mark.current?.focus(), []);
  const metres = distance(from, position);
  const busy = asked.kind === 'asking';

  async function send(): Promise<void> {
    setMissing(motive.trim() === '');
    if (motive.trim() === '' || metres === 0) return;
    const answer = await ask({ kind: 'mend', lamp: id, from, position, motive: motive.trim() });
    if (answer?.kind !== 'done') return;
    notice(t('inventory.mended', { lamp: id, metres }), { calm: 'done' });
    onClose();
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = nudged(position, event.nativeEvent);
    if (to === undefined) return;
    event.preventDefault();
    onMove(to);
  };
  return (
    <form
      className="map-card"
      aria-label={t('inventory.mend')}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={styles.body}>
        <h3>{t('inventory.mend')}</h3>
        <p className="id cut" title={id}>
          {id}
        </p>
        <button type="button" className={styles.mark} onKeyDown={onKeyDown} ref={mark}>
          <Icon of={Move} />
          <span>{t('inventory.howTo')}</span>
        </button>
        <p role="status" className={styles.moved}>
          {metres === 0 ? t('inventory.unmoved') : t('inventory.moved', { metres })}
        </p>
        <Field
          label={t('inventory.motive')}
          hint={t('inventory.motiveHint')}
          error={missing ? t('inventory.motiveMissing') : undefined}
          value={motive}
          maxLength={1_000}
          onChange={(event) => setMotive(event.target.value)}
        />
        {asked.kind === 'refused' && (
          <p role="alert">
            {asked.detail === 'args.from' ? t('inventory.movedMeanwhile') : refusedWords(t, asked)}
          </p>
        )}
        <footer>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={busy || metres === 0}>
            {t('inventory.save')}
          </Button>
        </footer>
      </div>
    </form>
  );
}
