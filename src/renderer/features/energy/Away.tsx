import type { EnergyAnswer } from '../../../shared/ipc/energy.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { Button } from '../../ui/index.ts';

interface AwayProps {
  readonly asked: { readonly kind: Exclude<EnergyAnswer['kind'], 'found'> } | undefined;
  readonly onAgain: () => void;
}

/** Why there is nothing to show yet: it is being asked, or the hub did not answer. */
export function Away({ asked, onAgain }: AwayProps) {
  const t = useT();
  if (asked === undefined)
    return (
      <p className="quiet" role="status">
        {t('energy.asking')}
      </p>
    );
  return (
    <div role="status">
      <p>{t(`energy.ask.${asked.kind}`)}</p>
      {(asked.kind === 'away' || asked.kind === 'silent') && (
        <Button onClick={onAgain}>{t('energy.askAgain')}</Button>
      )}
    </div>
  );
}
