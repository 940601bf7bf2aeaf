import { useEffect, useState } from 'react';
import { v7 } from 'uuid';
import { CommandId } from '../../../../shared/ids.ts';
import type { LightingVersion } from '../../../../shared/lighting/version.ts';
import { useLanguage } from '../../../lib/i18n/index.tsx';
import { useRoomData } from '../../../lib/room-data/index.ts';
import { MotiveDialog } from '../../../ui/index.ts';
import { useOwnVersion } from '../use-own-published.ts';
import type { OwnRestores } from '../use-own-restores.ts';
import { refusedWords, usePlanCommand } from '../use-plan-command.ts';
import { ChangedParts } from './ChangedParts.tsx';
import { RestoreEffect } from './RestoreEffect.tsx';

interface RestoreProps {
  readonly version: LightingVersion;
  readonly inForce: LightingVersion;
  readonly restores: OwnRestores;
  readonly onClose: () => void;
}

/** Brings an earlier version into force again, with what that changes and a motive. */
export function Restore({ version, inForce, restores, onClose }: RestoreProps) {
  const { t, locale } = useLanguage();
  const { ask, refused } = usePlanCommand();
  const room = useRoomData((data) => data.lightingPlan.get('room'));
  /** whose answer was lost, or was no */
  const [sent, setSent] = useState<readonly CommandId[]>([]);
  const { own } = useOwnVersion(sent);
  useEffect(() => {
    // It is said that it is in force wherever one is: `useOwnRestores`.
    if (own !== undefined) onClose();
  }, [own, onClose]);
  async function send(motive: string): Promise<boolean> {
    const cmd = CommandId.parse(v7());
    const wish = { kind: 'restore', cmd, version: version.version, base: inForce.version, motive } as const;
    const done = await restores.send(cmd, async () => (await ask(wish)) !== undefined);
    if (!done) setSent((before) => [...before, cmd]);
    return done;
  }
  return (
    <MotiveDialog
      title={t('plan.restoreN', { version: version.version })}
      closeLabel={t('common.close')}
      what={t('plan.restoreWhat', { version: version.version, next: inForce.version + 1 })}
      label={t('plan.motive')}
      hint={t('plan.motiveHint')}
      send={t('plan.publish')}
      cancel={t('common.cancel')}
      onSend={send}
      onClose={onClose}
    >
      <ChangedParts before={inForce.plan} after={version.plan} />
      {room && <RestoreEffect inForce={inForce.plan} earlier={version.plan} room={room} />}
      {refused && <p role="alert">{refusedWords(t, locale, version.plan, refused)}</p>}
    </MotiveDialog>
  );
}
