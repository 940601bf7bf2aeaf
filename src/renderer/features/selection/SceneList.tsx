import { useT } from '../../lib/i18n/index.tsx';
import { Button, Section } from '../../ui/index.ts';
import styles from './Scenes.module.css';
import { useScenes } from './scenes.ts';
import { useSelection } from './store.ts';

/** What the lighting plan has ready for an occasion: chosen here, looked at, then commanded like any selection. */
export function SceneList() {
  const t = useT();
  const scenes = useScenes();
  const choose = useSelection((selection) => selection.choose);
  if (scenes.length === 0) return null;
  return (
    <Section title={t('selection.scenes')}>
      <ul className={styles.scenes}>
        {scenes.map(({ id, name, lamps }) => (
          <li key={id}>
            <Button
              off={lamps.length === 0 ? t('selection.sceneEmpty') : undefined}
              onClick={() => choose(lamps, { kind: 'scene', id, name }, false)}
            >
              {name}
            </Button>
            <span className="quiet">{t('selection.lamps', { n: lamps.length })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
