import { Paperclip } from 'lucide-react';
import { useRef, useState } from 'react';
import { MediaType } from '../../../shared/attachment/media-type.ts';
import type { Attachment } from '../../../shared/attachment/model.ts';
import { authorize } from '../../../shared/rights/authorize.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { Button, Icon, Section } from '../../ui/index.ts';
import { type Row, useViewer } from '../desk/index.ts';
import { DetachDialog } from './DetachDialog.tsx';
import { FileDialog } from './FileDialog.tsx';
import { FileLine } from './FileLine.tsx';
import styles from './Files.module.css';
import { useAdd } from './use-add.ts';
import { useBrought } from './use-brought.ts';

interface FilesSectionProps {
  readonly row: Row;
  /** a ticket of the archives: its files are read, none is added or taken off */
  readonly readOnly: boolean;
}

/** Files of a ticket: chosen with O, dropped on it or pasted; each with how far it is. */
export function FilesSection({ row, readOnly }: FilesSectionProps) {
  const t = useT();
  const { me } = useViewer();
  const { id, attachments = [] } = row.ticket;
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [opened, open] = useState<Attachment>();
  const [leaving, detach] = useState<Attachment>();
  const add = useAdd(id);
  const may = !readOnly && me !== undefined && authorize(me, 'ticket.attach', { kind: 'ticket' }).ok;
  const hovering = useBrought(list, may, (files) => void add(files));
  const choose = () => input.current?.click();
  useShortcut({ keys: 'o', shown: 'O', label: 'files.key', run: choose }, may);
  if (!may && attachments.length === 0) return null;
  return (
    <Section
      title={t('files.title')}
      aside={
        may && (
          <Button shortcut="O" onClick={choose}>
            <Icon of={Paperclip} size="small" />
            {t('files.attach')}
          </Button>
        )
      }
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('files.key')}
        accept={MediaType.options.join(',')}
        onChange={({ currentTarget }) => {
          void add([...(currentTarget.files ?? [])]);
          currentTarget.value = ''; // so that the same one can be chosen again
        }}
      />
      <ul ref={list} className={styles.files} aria-label={t('files.title')}>
        {attachments.map((file) => (
          <FileLine
            key={file.cmd}
            row={row}
            file={file}
            readOnly={readOnly}
            onOpen={() => open(file)}
            onDetach={() => detach(file)}
          />
        ))}
      </ul>
      {hovering && (
        <p role="status" className={styles.drop}>
          {t('files.drop')}
        </p>
      )}
      {opened !== undefined && <FileDialog ticket={id} file={opened} onClose={() => open(undefined)} />}
      {leaving !== undefined && <DetachDialog ticket={id} file={leaving} onClose={() => detach(undefined)} />}
    </Section>
  );
}
