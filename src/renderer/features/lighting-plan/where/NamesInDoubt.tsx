import { useMemo } from 'react';
import type { LightingPlan } from '../../../../shared/lighting/model.ts';
import { type Translate, useLanguage } from '../../../lib/i18n/index.tsx';
import { useCity } from '../../city/index.ts';
import { placeWords } from '../words.ts';
import { type NameInDoubt, namesInDoubt } from './doubts.ts';

/** So many are told; a plan may name thousands. */
const TOLD = 20;

/** For whoever keeps the plan: names that no lamp bears any more, and circuits that are those of several cabinets. */
export function NamesInDoubt({ plan }: { readonly plan: LightingPlan }) {
  const { t, locale } = useLanguage();
  const book = useCity((city) => city.book);
  const x = useCity((city) => city.lamps.x);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new columns mean that lamps came or went
  const doubts = useMemo(() => namesInDoubt(plan, book.pieces), [plan, book, x]);
  if (doubts.length === 0) return null;
  return (
    <>
      <p>{t('planFile.doubts', { n: doubts.length })}</p>
      <ul className="words">
        {doubts.slice(0, TOLD).map((doubt) => (
          <li key={`${doubt.kind} ${doubt.path.join('.')} ${doubt.name}`}>
            {doubtWords(t, doubt, placeWords(t, locale, plan, doubt.path))}
          </li>
        ))}
        {doubts.length > TOLD && <li>{t('planWhere.others', { n: doubts.length - TOLD })}</li>}
      </ul>
    </>
  );
}

function doubtWords(t: Translate, doubt: NameInDoubt, place: string): string {
  const { name } = doubt;
  if (doubt.kind === 'gone') return t('planFile.gone', { place, name });
  return t('planFile.ambiguous', { place, name, cabinets: doubt.cabinets, first: doubt.first });
}
