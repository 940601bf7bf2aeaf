import { useT } from '../../lib/i18n/index.tsx';
import styles from './Scenes.module.css';
import type { Scene } from './scenes.ts';

interface SceneLevelsProps {
  readonly scene: Scene;
  /** lamps that are selected: some of the scene may have been taken out */
  readonly ids: ReadonlySet<string>;
}

/** What a scene wants of how many lamps. */
export function SceneLevels({ scene, ids }: SceneLevelsProps) {
  const t = useT();
  return (
    <ul className={styles.levels} aria-label={t('selection.sceneLevels')}>
      {scene.parts.map(({ level, lamps }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place
        <li key={n}>
          <strong>{t('selection.level', { level })}</strong>
          <span>{t('selection.lamps', { n: lamps.filter(({ id }) => ids.has(id)).length })}</span>
        </li>
      ))}
    </ul>
  );
}
