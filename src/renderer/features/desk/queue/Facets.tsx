import { useMemo } from 'react';
import type { Translate } from '../../../lib/i18n/index.tsx';
import { Button } from '../../../ui/index.ts';
import { nameOf } from '../../session/index.ts';
import { useBoard } from '../board.ts';
import type { Board } from '../model.ts';
import { useSpeaker } from '../speaker.ts';
import { kindOf, type Speaker } from '../words.ts';
import { FACET_NAMES, FACETS, type FacetName, type Filter } from './filter.ts';
import styles from './Views.module.css';

type Value = string | number;
interface Counted {
  readonly value: Value;
  readonly count: number;
}

/** What open tickets have of each criterion, and how many: what none has need not be offered. */
function countsOf({ groups }: Board): Readonly<Record<FacetName, readonly Counted[]>> {
  const tickets = groups.flatMap(({ rows }) => rows.map(({ ticket }) => ticket));
  const of = (name: FacetName): readonly Counted[] => {
    const counts = new Map<Value, number>();
    for (const ticket of tickets) {
      const value = FACETS[name](ticket);
      if (value !== undefined && value !== 'closed') counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].map(([value, count]) => ({ value, count }));
  };
  return Object.fromEntries(FACET_NAMES.map((name) => [name, of(name)])) as ReturnType<typeof countsOf>;
}

function labelOf({ t, people }: Speaker, name: FacetName, value: Value): string {
  switch (name) {
    case 'priorities':
      return t(`priority.${value as 1}`);
    case 'services':
      return t(`desk.service.${value as 'police'}`);
    case 'states':
      return t(`queue.state.${value as 'open'}`);
    case 'sources':
      return t(`queue.source.${value as 'call'}`);
    case 'kinds':
      return kindOf(t, String(value));
    case 'owners':
      return nameOf(people, String(value));
    default:
      return String(value);
  }
}

const titleOf = (t: Translate, name: FacetName): string => t(`queue.facet.${name}`);

interface FacetsProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}
/** The criteria of a view: of each, any number of what there is. */
export function Facets({ filter, onChange }: FacetsProps) {
  const speaker = useSpeaker();
  const { t } = speaker;
  const board = useBoard((whole) => whole);
  const counts = useMemo(() => countsOf(board), [board]);
  const toggle = (name: FacetName, value: Value) => {
    const wanted: readonly Value[] = filter[name];
    const next = wanted.includes(value) ? wanted.filter((other) => other !== value) : [...wanted, value];
    onChange({ ...filter, [name]: next });
  };
  return (
    <>
      <Facet title={t('queue.facet.late')}>
        <Choice on={filter.late} onPress={() => onChange({ ...filter, late: !filter.late })}>
          {t('queue.lateOnly')}
        </Choice>
      </Facet>
      {FACET_NAMES.map((name) => {
        const there = new Map(counts[name].map(({ value, count }) => [value, count]));
        for (const value of filter[name]) if (!there.has(value)) there.set(value, 0);
        const choices = [...there].map(([value, count]) => ({
          value,
          count,
          label: labelOf(speaker, name, value),
        }));
        choices.sort((a, b) =>
          name === 'priorities' ? Number(a.value) - Number(b.value) : a.label.localeCompare(b.label),
        );
        if (choices.length === 0) return null;
        return (
          <Facet key={name} title={titleOf(t, name)}>
            {choices.map(({ value, count, label }) => (
              <Choice
                key={value}
                on={(filter[name] as readonly Value[]).includes(value)}
                onPress={() => toggle(name, value)}
              >
                {label} <span className="quiet">{count}</span>
              </Choice>
            ))}
          </Facet>
        );
      })}
    </>
  );
}

function Facet({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className={styles.facet} aria-label={title}>
      <h3 className={styles.name}>{title}</h3>
      <div className={styles.choices}>{children}</div>
    </section>
  );
}

interface ChoiceProps {
  readonly on: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}
function Choice({ on, onPress, children }: ChoiceProps) {
  return (
    <Button
      aria-pressed={on}
      look={on ? 'secondary' : 'bare'}
      className={on ? styles.on : styles.off}
      onClick={onPress}
    >
      {children}
    </Button>
  );
}
