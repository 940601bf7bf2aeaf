import { type ChangedPart, changedParts } from '../../../../shared/lighting/changed-parts.ts';
import type { LightingPlan } from '../../../../shared/lighting/model.ts';
import { useLanguage } from '../../../lib/i18n/index.tsx';
import { partWords } from '../words.ts';

interface ChangedPartsProps {
  readonly before: LightingPlan;
  readonly after: LightingPlan;
}

/** What one plan says otherwise than another, by name. */
export function ChangedParts({ before, after }: ChangedPartsProps) {
  const { t, locale } = useLanguage();
  const parts = changedParts(before, after);
  const place = before.place.join() === after.place.join() ? [] : [t('plan.placeMoved')];
  if (parts.length === 0 && place.length === 0) return <p className="words">{t('plan.nothingOther')}</p>;
  const words = ({ list, name, how }: ChangedPart) =>
    t(`plan.how.${how}`, { part: partWords(t, locale, list, name) });
  return (
    <ul className="words">
      {[...place, ...parts.map(words)].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
