import { useState } from 'react';
import type { LightingPlan } from '../../../../shared/lighting/model.ts';
import { eveningOf } from '../../../../shared/lighting/night.ts';
import type { RoomLightingPlan } from '../../../../shared/lighting/published.ts';
import { useReadNow } from '../../../lib/clock/index.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { useEffectOf } from '../effect/use-effect-of.ts';
import { effectWords, otherRulesIn } from '../effect/words.ts';
import { useCityLamps } from '../where/use-city-lamps.ts';

interface RestoreEffectProps {
  readonly inForce: LightingPlan;
  readonly earlier: LightingPlan;
  readonly room: Pick<RoomLightingPlan, 'timeZone' | 'aheadMinutes'>;
}

/** For how many lamps the return to an earlier version would be another rule, with the city as it is today. */
export function RestoreEffect({ inForce, earlier, room: { timeZone, aheadMinutes } }: RestoreEffectProps) {
  const t = useT();
  const now = useReadNow();
  const [day] = useState(() => eveningOf(inForce, timeZone, now() + aheadMinutes * 60_000));
  const { effect } = useEffectOf(inForce, earlier, useCityLamps(), timeZone, day);
  return <p>{effectWords(t, effect.all, otherRulesIn(inForce, earlier))}</p>;
}
