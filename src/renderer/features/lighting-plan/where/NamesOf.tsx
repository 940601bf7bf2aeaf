import { TriangleAlert, X } from 'lucide-react';
import { useMemo } from 'react';
import { ambiguousIn, byCabinet } from '../../../../shared/lighting/ambiguous.ts';
import type { Where } from '../../../../shared/lighting/model.ts';
import {
  NAME_KINDS,
  type Named,
  type NameKind,
  namedWords,
  nameKey,
} from '../../../../shared/lighting/where-names.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button, Icon } from '../../../ui/index.ts';
import { withName } from './names.ts';
import type { CityForPlans } from './use-city-lamps.ts';
import styles from './Where.module.css';

/** So many names of a kind are shown, each with its button; a plan may have thousands. */
const SHOWN = 40;

interface NamesOfProps {
  readonly where: Where;
  readonly city: CityForPlans;
  readonly onWhere: (where: Where) => void;
}

/** What is named already, by kind; each can be taken out, and what no lamp bears any more is marked. */
export function NamesOf({ where, city, onWhere }: NamesOfProps) {
  const t = useT();
  const known = useMemo(() => new Set(city.names.map(({ kind, named }) => keyOf(kind, named))), [city]);
  const hasLamps = where.lamps !== undefined;
  const ids = useMemo(
    () => (hasLamps ? new Set<string>(city.lamps.map(({ lamp }) => lamp.id)) : undefined),
    [hasLamps, city],
  );
  const isGone = (kind: NameKind, named: Named) =>
    kind === 'lamps'
      ? ids?.has(namedWords(named)) === false
      : // A circuit by its name alone is there where any cabinet has one so called.
        !known.has(keyOf(kind, named)) && !(typeof named === 'string' && city.circuits.has(named));
  const kinds = NAME_KINDS.filter((kind) => where[kind] !== undefined);
  return kinds.map((kind) => {
    const all: readonly Named[] = where[kind] ?? [];
    const list = t(`planWhere.kinds.${kind}`);
    const remove = (named: Named) => onWhere(withName(where, kind, named, false));
    const { [kind]: _, ...rest } = where;
    return (
      <div key={kind} className={styles.named}>
        <p className={styles.head}>{t('planWhere.count', { list, n: all.length })}</p>
        <ul className={styles.names} aria-label={list}>
          {all.slice(0, SHOWN).map((named) => (
            <li key={namedWords(named)}>
              <Button
                onClick={() => remove(named)}
                aria-label={t('planWhere.remove', { name: namedWords(named) })}
              >
                <span className="cut">{namedWords(named)}</span>
                {isGone(kind, named) && <span className={styles.gone}>{t('planWhere.gone')}</span>}
                <Icon of={X} size="small" />
              </Button>
            </li>
          ))}
          {all.length > SHOWN && (
            <li className="quiet">{t('planWhere.others', { n: all.length - SHOWN })}</li>
          )}
          {all.length > 1 && (
            <li>
              <Button look="bare" onClick={() => onWhere(rest)}>
                {t('planWhere.removeAll', { list })}
              </Button>
            </li>
          )}
        </ul>
        {kind === 'circuits' && <Ambiguous where={where} city={city} onWhere={onWhere} />}
      </div>
    );
  });
}

/** Circuits of several cabinets under one name: what that takes is said, and they can be told apart. */
function Ambiguous({ where, city, onWhere }: NamesOfProps) {
  const t = useT();
  return ambiguousIn(where, city.circuits).map((one) => (
    <div key={one.circuit} className={styles.ambiguous}>
      <Icon of={TriangleAlert} size="small" />
      <p className="words grow">
        {t('planWhere.ambiguous', { circuit: one.circuit, n: one.cabinets.length })}
      </p>
      <Button onClick={() => onWhere(byCabinet(where, one))}>
        {t('planWhere.byCabinet', { circuit: one.circuit })}
      </Button>
    </div>
  ));
}

const keyOf = (kind: NameKind, named: Named): string => `${kind} ${nameKey(kind, named)}`;
