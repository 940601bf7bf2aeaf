import { X } from 'lucide-react';
import { useMemo } from 'react';
import { folded } from '../../../../shared/i18n/folded.ts';
import type { Where } from '../../../../shared/lighting/model.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button, Icon } from '../../../ui/index.ts';
import { NAME_KINDS, type NameKind, withName } from './names.ts';
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
  const known = useMemo(() => new Set(city.names.map(({ kind, name }) => keyOf(kind, name))), [city]);
  const hasLamps = where.lamps !== undefined;
  const ids = useMemo(
    () => (hasLamps ? new Set<string>(city.lamps.map(({ lamp }) => lamp.id)) : undefined),
    [hasLamps, city],
  );
  const isGone = (kind: NameKind, name: string) =>
    kind === 'lamps' ? ids?.has(name) === false : !known.has(keyOf(kind, name));
  const kinds = NAME_KINDS.filter((kind) => where[kind] !== undefined);
  return kinds.map((kind) => {
    const all = where[kind] as readonly string[];
    const list = t(`planWhere.kinds.${kind}`);
    const remove = (name: string) => onWhere(withName(where, kind, name, false));
    const { [kind]: _, ...rest } = where;
    return (
      <div key={kind} className={styles.named}>
        <p className={styles.head}>{t('planWhere.count', { list, n: all.length })}</p>
        <ul className={styles.names} aria-label={list}>
          {all.slice(0, SHOWN).map((name) => (
            <li key={name}>
              <Button onClick={() => remove(name)} aria-label={t('planWhere.remove', { name })}>
                <span className="cut">{name}</span>
                {isGone(kind, name) && <span className={styles.gone}>{t('planWhere.gone')}</span>}
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
      </div>
    );
  });
}

/** Streets and communes are named without regard to accents and case. */
const keyOf = (kind: NameKind, name: string): string =>
  `${kind} ${kind === 'streets' || kind === 'communes' ? folded(name) : name}`;
