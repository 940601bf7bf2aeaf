import { ArrowLeft, GitMerge, Undo2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { isShort, MOST_CHARACTERS } from '../../../shared/lighting/command.ts';
import type { LightingPlan } from '../../../shared/lighting/model.ts';
import { eveningOf } from '../../../shared/lighting/night.ts';
import { planFaults } from '../../../shared/lighting/plan-file.ts';
import { useReadNow } from '../../lib/clock/index.ts';
import { type Translate, useT } from '../../lib/i18n/index.tsx';
import { Button, Icon, useTakesFocus } from '../../ui/index.ts';
import { Conflict } from './Conflict.tsx';
import type { Draft, Place } from './draft.ts';
import styles from './Editor.module.css';
import { EffectPanel } from './effect/EffectPanel.tsx';
import { OtherRules } from './effect/OtherRules.tsx';
import { useEffectOf } from './effect/use-effect-of.ts';
import { otherRulesIn } from './effect/words.ts';
import { Faults } from './Faults.tsx';
import { isAllOf } from './own.ts';
import { PartForm } from './PartForm.tsx';
import { PartNav } from './PartNav.tsx';
import { PublishButton } from './PublishButton.tsx';
import type { WrittenPlan } from './use-draft.ts';
import { useCityLamps } from './where/use-city-lamps.ts';

interface PlanEditorProps {
  /** in force */
  readonly plan: LightingPlan;
  readonly timeZone: string;
  readonly aheadMinutes: number;
  readonly draft: Draft;
  readonly written: WrittenPlan;
  /** the hub can't be asked: what is written is kept, and published later */
  readonly lost: boolean;
  readonly onClose: () => void;
}

const MINUTE_MS = 60_000;

/** A plan being written: its parts, the form of one, and beside it what it would change. */
export function PlanEditor({ plan, timeZone, aheadMinutes, draft, written, lost, onClose }: PlanEditorProps) {
  const t = useT();
  const now = useReadNow();
  const [place, setPlace] = useState<Place>({ list: 'controlPrograms', at: 0 });
  const [day, setDay] = useState(() => eveningOf(plan, timeZone, now() + aheadMinutes * MINUTE_MS));
  const city = useCityLamps();
  const { effect, standings } = useEffectOf(plan, draft.plan, city, timeZone, day);
  const others = useMemo(() => otherRulesIn(plan, draft.plan), [plan, draft.plan]);
  const faults = useMemo(() => planFaults(draft.plan), [draft.plan]);
  const box = useRef<HTMLElement>(null);
  const conflict = useRef<HTMLElement>(null);
  useTakesFocus(box);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part is read from its top
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'start' });
  }, [place]);
  const isLate = draft.base !== plan.version;
  const { change, undo, drop } = written;
  const isSame = useMemo(() => isAllOf(draft.plan, plan), [plan, draft.plan]);
  const off = offWords(t, {
    faults: faults.length,
    lost,
    isLate,
    isSame,
    isLong: !isShort(draft.plan),
  });
  return (
    <section className={styles.editor} ref={box} tabIndex={-1} aria-label={t('plan.editor')}>
      <header className={styles.bar}>
        <Button onClick={onClose}>
          <Icon of={ArrowLeft} /> {t('plan.leave')}
        </Button>
        <h3 className="grow">{t('plan.draftOn', { version: draft.base })}</h3>
        {isLate ? (
          <Button onClick={() => conflict.current?.focus()}>
            <Icon of={GitMerge} /> {t('plan.seeConflict', { version: plan.version })}
          </Button>
        ) : (
          <span className="quiet">{t(lost ? 'plan.keptOffline' : 'plan.kept')}</span>
        )}
        <Button onClick={() => undo?.()} off={undo === undefined ? t('plan.nothingToUndo') : undefined}>
          <Icon of={Undo2} /> {t('plan.undo')}
        </Button>
        <Button
          onClick={() => {
            drop();
            onClose();
          }}
        >
          {t('plan.drop')}
        </Button>
        <PublishButton
          inForce={plan}
          draft={draft}
          written={written}
          effect={effect}
          off={off}
          onClose={onClose}
        />
      </header>
      {isLate && <Conflict ref={conflict} inForce={plan} draft={draft} written={written} />}
      <div className={styles.columns}>
        <PartNav plan={draft.plan} faults={faults} place={place} onPlace={setPlace} onPlan={change} />
        <PartForm
          key={`${place.list} ${draft.plan[place.list][place.at]?.id}`}
          plan={draft.plan}
          inForce={plan}
          faults={faults}
          place={place}
          timeZone={timeZone}
          day={day}
          city={city}
          groups={effect.groups}
          standings={standings}
          onPlan={change}
          onPlace={setPlace}
        />
        <aside className={styles.aside}>
          <Faults plan={draft.plan} faults={faults} onPlace={setPlace} />
          <EffectPanel effect={effect} others={others} day={day} onDay={setDay}>
            <OtherRules
              inForce={plan}
              draft={draft.plan}
              others={others}
              areSaid={effect.all.touched === 0}
              city={city}
            />
          </EffectPanel>
        </aside>
      </div>
    </section>
  );
}

interface Hindrances {
  readonly faults: number;
  readonly lost: boolean;
  /** another version is in force than the draft was begun on */
  readonly isLate: boolean;
  readonly isSame: boolean;
  /** it has more to say than a command holds */
  readonly isLong: boolean;
}

/** Why the draft can't be published now. */
function offWords(t: Translate, { faults, lost, isLate, isSame, isLong }: Hindrances): string | undefined {
  if (faults > 0) return t('plan.faults', { n: faults });
  if (isLong) return t('plan.tooLong', { most: MOST_CHARACTERS });
  if (lost) return t('plan.code.NO_HUB');
  if (isLate) return t('plan.otherFirst');
  return isSame ? t('plan.nothingOther') : undefined;
}
