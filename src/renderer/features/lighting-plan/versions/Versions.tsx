import { useCallback, useState } from 'react';
import type { LightingVersion } from '../../../../shared/lighting/version.ts';
import { useReadNow } from '../../../lib/clock/index.ts';
import { momentOf, useLanguage } from '../../../lib/i18n/index.tsx';
import { useRoomData } from '../../../lib/room-data/index.ts';
import { Button, Row, Rows } from '../../../ui/index.ts';
import type { OwnRestores } from '../use-own-restores.ts';
import { authorWords } from '../words.ts';
import { ChangedParts } from './ChangedParts.tsx';
import { Restore } from './Restore.tsx';
import styles from './Versions.module.css';

interface VersionsProps {
  readonly restores: OwnRestores;
  /** who sits here may bring one into force again, and the hub is there */
  readonly mayRestore: boolean;
}

/** The versions of the plan, the latest first: who, when, why, what was other; and the way back to each. */
export function Versions({ restores, mayRestore }: VersionsProps) {
  const { t } = useLanguage();
  const known = useRoomData((data) => data.lightingVersion);
  const [chosen, choose] = useState<LightingVersion>();
  const all = [...known.values()].toSorted((a, b) => b.version - a.version);
  const [inForce] = all;
  const close = useCallback(() => choose(undefined), []);
  if (inForce === undefined) return null;
  return (
    <section className={styles.section} aria-label={t('plan.versions')}>
      <h3>{t('plan.versions')}</h3>
      <Rows>
        {all.map((one, n) => (
          <VersionLine
            key={one.id}
            version={one}
            before={all[n + 1]}
            isInForce={one === inForce}
            onRestore={mayRestore && one !== inForce ? () => choose(one) : undefined}
          />
        ))}
      </Rows>
      {chosen && <Restore version={chosen} inForce={inForce} restores={restores} onClose={close} />}
    </section>
  );
}

interface VersionLineProps {
  readonly version: LightingVersion;
  readonly before: LightingVersion | undefined;
  readonly isInForce: boolean;
  readonly onRestore: (() => void) | undefined;
}

function VersionLine({ version: one, before, isInForce, onRestore }: VersionLineProps) {
  const { t, locale } = useLanguage();
  const now = useReadNow();
  const by = authorWords(t, one.by);
  const at = momentOf(Date.parse(one.since), now(), locale);
  return (
    <Row
      head={
        <>
          <p>
            <b>{t('plan.versionN', { version: one.version })}</b> {isInForce && t('plan.inForce')}
          </p>
          <p className="words">{t('plan.byAt', { by, at })}</p>
        </>
      }
      action={
        onRestore && (
          <Button onClick={onRestore} aria-label={t('plan.restoreN', { version: one.version })}>
            {t('plan.restore')}
          </Button>
        )
      }
    >
      <p>
        {one.restores === undefined ? '' : t('plan.restored', { version: one.restores })}
        {one.motive === undefined ? '' : t('plan.because', { motive: one.motive })}
      </p>
      {before && <ChangedParts before={before.plan} after={one.plan} />}
    </Row>
  );
}
