import type { NightFacts } from '../../../shared/lamp/history/night-facts.ts';
import { faultNames } from '../../../shared/lamp/state.ts';
import { clockMinute, roundMinutes, type Translate } from '../../lib/i18n/index.tsx';

/** Faults of a night that are named one by one. */
const NAMED = 3;
/** Less than that is the time that a lamp takes to follow, and to say so. */
const WORTH_MS = 10 * 60_000;

/**
 * A lamp's night in words, what is wrong first: who does not see the curve has it here too. @param night when it ends
 */
export function factLines(
  t: Translate,
  { known, unknown, lit, levels, varies, faults, darkAgainst, litAgainst }: NightFacts,
  night: { readonly to: number },
): readonly string[] {
  if (known === 0) return [t('lampNight.unknown')];
  const named = faults.slice(0, NAMED).map(({ from, to, faults: bits }) => {
    const names = faultNames(bits)
      .map((name) => t(`map.fault.${name}`))
      .join(', ');
    const times = { names, from: clockMinute(from), to: clockMinute(to) };
    return t(to >= night.to ? 'lampNight.faultSince' : 'lampNight.fault', times);
  });
  const more = faults.length - named.length;
  const least = levels?.least ?? 0;
  const most = levels?.most ?? 0;
  const light =
    lit === 0
      ? t('lampNight.neverLit')
      : t(least === most ? 'lampNight.litAt' : 'lampNight.lit', { time: roundMinutes(lit), least, most });
  return [
    ...named,
    ...(more > 0 ? [t('lampNight.moreFaults', { n: more })] : []),
    ...(darkAgainst >= WORTH_MS ? [t('lampNight.darkAgainst', { time: roundMinutes(darkAgainst) })] : []),
    ...(litAgainst >= WORTH_MS ? [t('lampNight.litAgainst', { time: roundMinutes(litAgainst) })] : []),
    light,
    ...(varies ? [t('lampNight.varies')] : []),
    ...(unknown >= WORTH_MS ? [t('lampNight.partly', { time: roundMinutes(unknown) })] : []),
  ];
}
