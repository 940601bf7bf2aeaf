import { type NearestStreet, ON_STREET_M } from '../../shared/geo/nearest-street.ts';
import type { Translate } from '../lib/i18n/index.tsx';

/** How far a street is told in: a mouse is no finer, m. */
const STEP_M = 10;
const rounded = (metres: number): number => Math.max(STEP_M, Math.round(metres / STEP_M) * STEP_M);

/** « rue Monge, Dijon », or how far that is. */
export function whereOf(t: Translate, near: NearestStreet | undefined): string {
  if (near === undefined) return t('map.aim.nowhere');
  const { name: street, commune = 'none', metres } = near;
  return metres <= ON_STREET_M
    ? t('map.aim.on', { street, commune })
    : t('map.aim.near', { street, commune, metres: rounded(metres) });
}

/** What a place that was pointed at is called where nobody wrote anything. */
export function labelOf(t: Translate, near: NearestStreet | undefined): string {
  if (near === undefined) return t('map.aim.labelAlone');
  const { name: street, metres } = near;
  return metres <= ON_STREET_M ? street : t('map.aim.label', { street, metres: rounded(metres) });
}
