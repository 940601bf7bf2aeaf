import { useState } from 'react';
import { v7 } from 'uuid';
import { CommandId } from '../../../shared/ids.ts';
import type { PlanEffect } from '../../../shared/lighting/effect.ts';
import type { LightingPlan } from '../../../shared/lighting/model.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { Button, MotiveDialog } from '../../ui/index.ts';
import type { Draft } from './draft.ts';
import { effectWords, otherRulesIn } from './effect/words.ts';
import type { WrittenPlan } from './use-draft.ts';
import { refusedWords, usePlanCommand } from './use-plan-command.ts';
import { ChangedParts } from './versions/ChangedParts.tsx';

interface PublishButtonProps {
  readonly inForce: LightingPlan;
  readonly draft: Draft;
  readonly written: WrittenPlan;
  readonly effect: PlanEffect;
  /** why it can't be now */
  readonly off: string | undefined;
  readonly onClose: () => void;
}

/** « Mettre en vigueur »: says once more what changes, and wants to know why. */
export function PublishButton({
  inForce,
  draft,
  written,
  effect: { all },
  off,
  onClose,
}: PublishButtonProps) {
  const { t, locale } = useLanguage();
  const { ask, refused } = usePlanCommand();
  const [isAsked, setAsked] = useState(false);
  async function send(motive: string): Promise<boolean> {
    const cmd = CommandId.parse(v7());
    const { plan, base } = draft;
    return written.send(cmd, async () => {
      const version = await ask({ kind: 'publish', cmd, plan, base, motive });
      if (version === undefined) return false;
      written.published();
      onClose();
      return true;
    });
  }
  return (
    <>
      <Button look="primary" off={off} onClick={() => setAsked(true)}>
        {t('plan.publish')}
      </Button>
      {isAsked && (
        <MotiveDialog
          title={t('plan.publishN', { version: draft.base + 1 })}
          closeLabel={t('common.close')}
          what={effectWords(t, all, otherRulesIn(inForce, draft.plan))}
          label={t('plan.motive')}
          hint={t('plan.motiveHint')}
          send={t('plan.publish')}
          cancel={t('common.cancel')}
          onSend={send}
          onClose={() => setAsked(false)}
        >
          <ChangedParts before={inForce} after={draft.plan} />
          <p className="quiet">{t('plan.takenBack')}</p>
          {refused && <p role="alert">{refusedWords(t, locale, draft.plan, refused)}</p>}
        </MotiveDialog>
      )}
    </>
  );
}
