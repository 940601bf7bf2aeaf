import { useT } from '../../lib/i18n/index.tsx';
import { MotiveDialog as Dialog } from '../../ui/index.ts';

interface MotiveDialogProps {
  /** its name */
  readonly camera: string;
  readonly onGive: (motive: string) => void;
  readonly onClose: () => void;
}

/** Why somebody watches a camera that no ticket of theirs justifies: written into the journal. */
export function MotiveDialog({ camera, onGive, onClose }: MotiveDialogProps) {
  const t = useT();
  return (
    <Dialog
      title={t('cameras.motive.title', { camera })}
      closeLabel={t('common.close')}
      label={t('cameras.motive.label')}
      hint={t('cameras.motive.why')}
      send={t('cameras.motive.watch')}
      onSend={async (motive) => {
        onGive(motive);
        return true;
      }}
      onClose={onClose}
    />
  );
}
