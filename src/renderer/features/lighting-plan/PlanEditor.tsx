import { ArrowLeft, Undo2 } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { changedParts } from '../../../shared/lighting/changed-parts.ts';
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
import { useEffectOf } from './effect/use-effect-of.ts';
import { Faults } from './Faults.tsx';
import { PartForm } from './PartForm.tsx';
import { PartList } from './PartList.tsx';
import { PublishButton } from './PublishButton.tsx';
import type { WrittenPlan } from './use-draft.ts';

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
  const effect = useEffectOf(plan, draft.plan, timeZone, day);
  const faults = useMemo(() => planFaults(draft.plan), [draft.plan]);
  const box = useRef<HTMLElement>(null);
  useTakesFocus(box);
  const { change, undo, drop, published } = written;
  const isSame = useMemo(() => changedParts(plan, draft.plan).length === 0, [plan, draft.plan]);
  const off = offWords(t, { faults: faults.length, lost, isLate: draft.base !== plan.version, isSame });
  return (
    <section className={styles.editor} ref={box} tabIndex={-1} aria-label={t('plan.editor')}>
      <header className={styles.bar}>
        <Button onClick={onClose}>
          <Icon of={ArrowLeft} /> {t('plan.leave')}
        </Button>
        <h3 className="grow">{t('plan.draftOn', { version: draft.base })}</h3>
        <span className="quiet">{t(lost ? 'plan.keptOffline' : 'plan.kept')}</span>
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
          effect={effect}
          off={off}
          onPublished={() => {
            published();
            onClose();
          }}
        />
      </header>
      {draft.base !== plan.version && <Conflict inForce={plan} draft={draft} written={written} />}
      <div className={styles.columns}>
        <PartList plan={draft.plan} faults={faults} place={place} onPlace={setPlace} onPlan={change} />
        <PartForm
          key={`${place.list} ${'at' in place ? place.at : ''}`}
          plan={draft.plan}
          inForce={plan}
          faults={faults}
          place={place}
          timeZone={timeZone}
          day={day}
          onPlan={change}
          onPlace={setPlace}
        />
        <aside className={styles.aside}>
          <Faults plan={draft.plan} faults={faults} onPlace={setPlace} />
          <EffectPanel effect={effect} day={day} onDay={setDay} />
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
}

/** Why the draft can't be published now. */
function offWords(t: Translate, { faults, lost, isLate, isSame }: Hindrances): string | undefined {
  if (faults > 0) return t('plan.faults', { n: faults });
  if (lost) return t('plan.code.NO_HUB');
  if (isLate) return t('plan.otherFirst');
  return isSame ? t('plan.nothingOther') : undefined;
}
