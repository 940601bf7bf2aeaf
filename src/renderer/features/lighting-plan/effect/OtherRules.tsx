import { useMemo } from 'react';
import type { Position } from '../../../../shared/geo/position.ts';
import { incidentFinder } from '../../../../shared/lighting/incident.ts';
import type { LightingPlan } from '../../../../shared/lighting/model.ts';
import { useNow } from '../../../lib/clock/index.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { useBoard } from '../../desk/index.ts';
import type { CityForPlans } from '../where/use-city-lamps.ts';
import type { OtherRules as Others } from './words.ts';

interface OtherRulesProps {
  readonly inForce: LightingPlan;
  readonly draft: LightingPlan;
  readonly others: Others;
  /** whether it is said above that scenes alone change, or with interventions */
  readonly areSaid: boolean;
  readonly city: CityForPlans;
}

const MINUTE_MS = 60_000;

/**
 * What the draft changes that no night shows: how many lamps the interventions that are open now would raise, and scenes,
 * which light nothing until they are ordered.
 */
export function OtherRules({ inForce, draft, others, areSaid, city: { lamps } }: OtherRulesProps) {
  const t = useT();
  const rows = useBoard((board) => board.rows);
  const minute = Math.floor(useNow() / MINUTE_MS);
  const isOther = others === 'incidents' || others === 'both';
  const lit = useMemo(() => {
    if (!isOther) return undefined;
    const tickets = [...rows.values()].map(({ ticket }) => ticket);
    const levels = [inForce, draft].map((plan) => {
      const near = incidentFinder(plan, tickets, minute * MINUTE_MS);
      return (at: Position) => near(at)?.floor.level ?? 0;
    });
    const all = lamps.map(({ lamp }) => levels.map((of) => of(lamp.position)));
    return {
      before: all.filter(([was]) => was !== 0).length,
      after: all.filter(([, is]) => is !== 0).length,
      others: all.filter(([was, is]) => was !== is).length,
    };
  }, [isOther, inForce, draft, rows, minute, lamps]);
  return (
    <>
      {lit && <p className="figures">{t('planIncident.now', lit)}</p>}
      {!areSaid && (others === 'scenes' || others === 'both') && <p>{t('planScene.noEffect')}</p>}
    </>
  );
}
