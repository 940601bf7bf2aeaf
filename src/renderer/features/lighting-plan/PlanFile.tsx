import { useMemo } from 'react';
import type { LightingPlan } from '../../../shared/lighting/model.ts';
import { useAddress } from '../../lib/address/index.ts';
import { useReadNow } from '../../lib/clock/index.ts';
import { momentOf, useLanguage } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { SaveLink } from '../../ui/index.ts';
import styles from './Editor.module.css';
import { fileState, planFile } from './plan-file.ts';
import { NamesInDoubt } from './where/NamesInDoubt.tsx';
import { authorWords } from './words.ts';

/** For IT: which lighting plan is in force, what the hub's file says beside it, and what is to be done about it. */
export function PlanFile() {
  const { t } = useLanguage();
  const room = useRoomData((data) => data.lightingPlan.get('room'));
  if (room === undefined) return <p className="quiet">{t('planFile.none')}</p>;
  const { plan } = room;
  const state = fileState(room);
  return (
    <div className={styles.planFile}>
      {plan && <InForce plan={plan} />}
      <p>{t(`planFile.${state.kind}`, { file: '', ...state })}</p>
      {room.refused && (
        <ul className="words">
          {room.refused.faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      <p className="words">{t(`planFile.todo.${state.kind}`, state)}</p>
      {plan && <NamesInDoubt plan={plan} />}
      {plan && state.kind !== 'same' && <SavePlan plan={plan} />}
    </div>
  );
}

interface OfPlan {
  readonly plan: LightingPlan;
}

function InForce({ plan: { version } }: OfPlan) {
  const { t, locale } = useLanguage();
  const now = useReadNow();
  const known = useRoomData((data) => data.lightingVersion.get(String(version)));
  const at = known && momentOf(Date.parse(known.since), now(), locale);
  return (
    <p>
      {known && at !== undefined
        ? t('planFile.inForceBy', { version, by: authorWords(t, known.by), at })
        : t('planFile.inForce', { version })}
    </p>
  );
}

/** The plan in force, as a file that the hub takes for what is in force. */
function SavePlan({ plan }: OfPlan) {
  const { t } = useLanguage();
  const bytes = useMemo(() => new TextEncoder().encode(planFile(plan)), [plan]);
  const address = useAddress(bytes, 'application/yaml');
  return (
    <p>
      <SaveLink address={address} name={`lighting-${plan.version}.yaml`}>
        {t('planFile.save', { version: plan.version })}
      </SaveLink>
    </p>
  );
}
