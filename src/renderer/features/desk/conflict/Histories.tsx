import { millis } from '../../../../shared/wire/time.ts';
import { clockTime, momentOf, useLanguage } from '../../../lib/i18n/index.tsx';
import { classes } from '../../../ui/index.ts';
import { nameOf } from '../../session/index.ts';
import { useSpeaker } from '../speaker.ts';
import { commandWords, eventWords } from '../words.ts';
import styles from './ConflictCard.module.css';
import type { Story } from './story.ts';

/** « Commun jusqu’à 03:07:42 : ouverte à 03:05:22, libre, P2 Urgent » */
export function CommonLine({ story: { common, commonUntil } }: { readonly story: Story }) {
  const { t } = useLanguage();
  const { people } = useSpeaker();
  if (common === undefined || commonUntil === undefined) return null;
  return (
    <p className={styles.common}>
      {t('desk.conflict.common', {
        time: clockTime(Date.parse(commonUntil)),
        opened: clockTime(millis(common.openedAt)),
        owner: common.owner === undefined ? t('desk.conflict.free') : nameOf(people, common.owner.person),
        priority: t(`priority.${common.priority}`),
      })}
    </p>
  );
}

/** What this seat did: bold for what stands, sand for what was refused. */
export function OurHistory({ story }: { readonly story: Story }) {
  const { t, locale } = useLanguage();
  const speaker = useSpeaker();
  return (
    <ol>
      {story.ours.map((entry) => (
        <li key={entry.kind === 'event' ? entry.event.seq : entry.item.cmd}>
          <time>{momentOf(Date.parse(entry.at), Date.now(), locale)}</time>
          {entry.kind === 'event' ? (
            <b>{t('desk.conflict.added', { what: eventWords(speaker, entry.event) })}</b>
          ) : (
            <span className="stale">
              {t(entry.item.state === 'held' ? 'desk.conflict.wasHeld' : 'desk.conflict.wasRefused', {
                what: commandWords(t, entry.item),
              })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What the room did meanwhile: its first step, which won, is bold. */
export function TheirHistory({ story }: { readonly story: Story }) {
  const { t, locale } = useLanguage();
  const speaker = useSpeaker();
  if (story.theirs.length === 0) return <p className="quiet">{t('desk.conflict.unknown')}</p>;
  return (
    <ol>
      {story.theirs.map((event, n) => (
        <li key={event.seq} className={classes(n === 0 && styles.won)}>
          <time>{momentOf(millis(event.madeAt ?? event.at), Date.now(), locale)}</time>
          <span>{eventWords(speaker, event)}</span>
        </li>
      ))}
    </ol>
  );
}
