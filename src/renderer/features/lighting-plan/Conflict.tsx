import { GitMerge } from 'lucide-react';
import type { Ref } from 'react';
import type { PersonId } from '../../../shared/ids.ts';
import { carryOver } from '../../../shared/lighting/carry-over.ts';
import type { LightingPlan } from '../../../shared/lighting/model.ts';
import type { LightingVersion } from '../../../shared/lighting/version.ts';
import { useReadNow } from '../../lib/clock/index.ts';
import { momentOf, useLanguage } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import { useMe } from '../session/index.ts';
import type { Draft } from './draft.ts';
import styles from './Editor.module.css';
import type { WrittenPlan } from './use-draft.ts';
import { ChangedParts } from './versions/ChangedParts.tsx';
import { authorWords } from './words.ts';

interface ConflictProps {
  readonly ref: Ref<HTMLElement>;
  readonly inForce: LightingPlan;
  readonly draft: Draft;
  readonly written: WrittenPlan;
}

/** Another version came into force since the draft was begun, by somebody else or by one's own hand elsewhere: what they changed and what the draft does, and both ways on. */
export function Conflict({ ref, inForce, draft, written }: ConflictProps) {
  const { t, locale } = useLanguage();
  const now = useReadNow();
  const version = useRoomData((data) => data.lightingVersion.get(String(inForce.version)));
  const base = useRoomData((data) => data.lightingVersion.get(String(draft.base)))?.plan;
  const title = t(isOwn(version, useMe()?.id) ? 'plan.conflictOwn' : 'plan.conflict');
  const why = version?.motive === undefined ? '' : t('plan.because', { motive: version.motive });
  return (
    <section ref={ref} tabIndex={-1} className={styles.conflict} aria-label={title}>
      <h3>
        <Icon of={GitMerge} /> {title}
      </h3>
      {version && (
        <p>
          {t('plan.conflictBy', {
            version: version.version,
            by: authorWords(t, version.by),
            at: momentOf(Date.parse(version.since), now(), locale),
          })}{' '}
          {why}
        </p>
      )}
      <div className={styles.both}>
        <div>
          <h4>{t('plan.theirs', { version: inForce.version })}</h4>
          {base === undefined ? <p>{t('plan.baseGone')}</p> : <ChangedParts before={base} after={inForce} />}
        </div>
        <div>
          <h4>{t('plan.mine', { version: inForce.version })}</h4>
          <ChangedParts before={inForce} after={draft.plan} />
        </div>
      </div>
      <div className={styles.ways}>
        {base !== undefined && (
          <Button look="primary" onClick={() => written.begin(carryOver(base, draft.plan, inForce))}>
            {t('plan.carryOver', { version: inForce.version })}
          </Button>
        )}
        <Button onClick={() => written.begin(inForce)}>{t('plan.takeTheirs')}</Button>
        <Button onClick={() => written.rebase(inForce.version)}>
          {t('plan.keepMine', { version: inForce.version })}
        </Button>
        <span className="quiet">{t('plan.waysHint')}</span>
      </div>
    </section>
  );
}

const isOwn = (version: LightingVersion | undefined, me: PersonId | undefined): boolean =>
  version?.by.kind === 'person' && version.by.person === me;
