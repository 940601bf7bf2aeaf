import type { Attachment } from '../../../shared/attachment/model.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { MotiveDialog } from '../../ui/index.ts';
import { useDesk } from '../desk/index.ts';

interface DetachDialogProps {
  readonly ticket: string;
  readonly file: Attachment;
  readonly onClose: () => void;
}

/** Takes a file off a ticket: said beforehand that it can't be undone, and done with a motive. */
export function DetachDialog({ ticket, file, onClose }: DetachDialogProps) {
  const t = useT();
  const act = useDesk((desk) => desk.act);
  return (
    <MotiveDialog
      title={t('files.detach', { name: file.name })}
      closeLabel={t('common.close')}
      what={t('files.detachFor')}
      label={t('files.motive')}
      hint={t('files.motiveHint')}
      send={t('files.detachNow')}
      cancel={t('common.cancel')}
      onSend={(motive) => act('ticket.detach', ticket, { attachment: file.cmd }, { motive })}
      onClose={onClose}
    />
  );
}
