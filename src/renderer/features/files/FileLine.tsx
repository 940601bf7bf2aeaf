import { FileImage, File as FileOther, FileText, X } from 'lucide-react';
import type { Attachment } from '../../../shared/attachment/model.ts';
import { mayDetach } from '../../../shared/ticket/decide-attachment.ts';
import { millis } from '../../../shared/wire/time.ts';
import { momentOf, useLanguage } from '../../lib/i18n/index.tsx';
import { Chip, Icon, IconButton } from '../../ui/index.ts';
import { type Row, useSpeaker, useViewer } from '../desk/index.ts';
import { isStale, useLink } from '../link/index.ts';
import { nameOf } from '../session/index.ts';
import styles from './Files.module.css';
import { standingOf } from './standing.ts';
import { useFiles } from './store.ts';
import { sizeWords, standingWords } from './words.ts';

interface FileLineProps {
  readonly row: Row;
  readonly file: Attachment;
  readonly readOnly: boolean;
  readonly onOpen: () => void;
  readonly onDetach: () => void;
}

const iconOf = ({ type }: Attachment) =>
  type.startsWith('image/') ? FileImage : type === 'text/plain' ? FileText : FileOther;

/** One file: its name opens it, and under it stands how large it is, whose, since when, and how far. */
export function FileLine({ row, file, readOnly, onOpen, onDetach }: FileLineProps) {
  const { t, locale } = useLanguage();
  const { people } = useSpeaker();
  const { me } = useViewer();
  const lost = useLink(({ state }) => isStale(state));
  const sent = useFiles(({ outgoing }) => outgoing.get(file.sha256));
  const isHere = useFiles(({ here }) => here.has(file.sha256));
  const standing = standingOf(file, sent, isHere, lost);
  const isSure = row.confirmed?.attachments?.some(({ cmd }) => cmd === file.cmd) === true;
  const mayTake =
    !readOnly && me !== undefined && mayDetach(row.ticket, file, { person: me.id, role: me.role });
  const facts = [
    sizeWords(t, locale, file.size),
    file.person === me?.id ? t('desk.who.you') : nameOf(people, file.person),
    momentOf(millis(file.at), Date.now(), locale),
  ];
  return (
    <li className={styles.file}>
      <Icon of={iconOf(file)} />
      <span className={styles.about}>
        <button
          type="button"
          className={styles.name}
          title={t('files.open', { name: file.name })}
          onClick={onOpen}
        >
          {file.name}
        </button>
        <small className={styles.facts}>
          {facts.join(' · ')}
          {' · '}
          <span className={standing.kind === 'away' ? 'stale' : undefined}>{standingWords(t, standing)}</span>
        </small>
        {!isSure && (
          <span>
            <Chip kind="pending">{t('desk.unconfirmed')}</Chip>
          </span>
        )}
        {standing.kind === 'sending' && (
          <progress
            className={styles.progress}
            max={100}
            value={standing.percent}
            aria-label={t('files.progress', { name: file.name })}
          />
        )}
      </span>
      {mayTake && <IconButton icon={X} label={t('files.detach', { name: file.name })} onClick={onDetach} />}
    </li>
  );
}
