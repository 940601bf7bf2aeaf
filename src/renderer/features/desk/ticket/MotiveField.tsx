import { useT } from '../../../lib/i18n/index.tsx';
import { Field } from '../../../ui/index.ts';

interface MotiveFieldProps {
  readonly value: string;
  readonly required?: boolean;
  /** nobody else holds it, who would read it */
  readonly own?: boolean;
  readonly onWrite: (motive: string) => void;
}

/** Why a ticket is taken from somebody or put back over their head: read by them, and kept in its timeline. */
export function MotiveField({ value, required = false, own = false, onWrite }: MotiveFieldProps) {
  const t = useT();
  return (
    <Field
      label={t('desk.motive')}
      hint={t(own ? 'desk.giveBack.hint' : 'desk.motiveHint')}
      value={value}
      maxLength={1_000}
      required={required}
      onChange={({ target }) => onWrite(target.value)}
    />
  );
}
