import { useState } from 'react';
import { folded } from '../../../../shared/i18n/folded.ts';
import type { Where } from '../../../../shared/lighting/model.ts';
import { namedWords, nameKey } from '../../../../shared/lighting/where-names.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Combobox } from '../../../ui/index.ts';
import { findLamps, findNames, type NameInUse, withName } from './names.ts';
import type { CityForPlans } from './use-city-lamps.ts';

const MOST = 24;
const MOST_LAMPS = 6;
/** Of what a name is within, so many are named before the rest is counted. */
const NAMED = 2;

interface NameFinderProps {
  readonly label: string;
  readonly city: CityForPlans;
  readonly where: Where;
  readonly onWhere: (where: Where) => void;
}

/** Adds a street, commune, district, cabinet, circuit or lamp of the inventory: nothing else can be named. */
export function NameFinder({ label, city: { names, lamps }, where, onWhere }: NameFinderProps) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const isNew = ({ kind, named }: NameInUse) => {
    const key = nameKey(kind, named);
    return !where[kind]?.some((one) => nameKey(kind, one) === key);
  };
  const found =
    words.length === 0
      ? []
      : [
          ...findNames(names.filter(isNew), words, MOST),
          ...findLamps(lamps, words, MOST_LAMPS).filter(isNew),
        ];
  const idOf = ({ kind, named }: NameInUse) => `${kind} ${namedWords(named)}`;
  const withinWords = (within: readonly string[]) =>
    within.length <= NAMED
      ? within.join(', ')
      : t('planWhere.andMore', { some: within.slice(0, NAMED).join(', '), n: within.length - NAMED });
  return (
    <Combobox
      label={label}
      placeholder={t('planWhere.addHint')}
      value={typed}
      options={found.map((one) => ({
        id: idOf(one),
        label: namedWords(one.named),
        detail: [
          t(`planWhere.kind.${one.kind}`),
          withinWords(one.within),
          one.kind === 'lamps' ? '' : t('lighting.lamps', { n: one.lamps }),
        ]
          .filter(Boolean)
          .join(' · '),
      }))}
      emptyLabel={t(words.length === 0 ? 'planWhere.addHint' : 'planWhere.nothing')}
      onType={setTyped}
      onChoose={({ id }) => {
        const chosen = found.find((one) => idOf(one) === id);
        if (chosen === undefined) return;
        onWhere(withName(where, chosen.kind, chosen.named, true));
        setTyped('');
      }}
    />
  );
}
