import type { Attachment } from '../../../shared/attachment/model.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { Button, Dialog, ErrorState, LoadingState } from '../../ui/index.ts';
import { FileContent } from './FileContent.tsx';
import styles from './Files.module.css';
import { useOpened } from './use-opened.ts';
import { unopenedWords } from './words.ts';

interface FileDialogProps {
  readonly ticket: string;
  readonly file: Attachment;
  readonly onClose: () => void;
}

/** A file that was opened: a picture or text is shown, anything can be saved, and what can't be had says why. */
export function FileDialog({ ticket, file, onClose }: FileDialogProps) {
  const t = useT();
  const { opened, again } = useOpened(ticket, file);
  return (
    <Dialog title={file.name} closeLabel={t('common.close')} onClose={onClose} wide>
      <div className={styles.opened}>
        {opened === undefined ? (
          <LoadingState title={t('files.opening')} />
        ) : opened.kind === 'open' ? (
          <FileContent file={file} bytes={opened.bytes} />
        ) : (
          <ErrorState title={unopenedWords(t, opened)}>
            <Button onClick={again}>{t('files.again')}</Button>
          </ErrorState>
        )}
      </div>
    </Dialog>
  );
}
