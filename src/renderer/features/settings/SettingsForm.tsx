import { useId } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { Section, Select } from '../../ui/index.ts';
import styles from './SettingsForm.module.css';
import { type Choices, useSettings } from './store.ts';

const LOCALES: readonly Choices['locale'][] = ['fr', 'en'];
const THEMES: readonly Choices['theme'][] = ['night', 'day', 'system'];
const PAINTERS: readonly Choices['painter'][] = ['auto', 'splat', 'webgl'];
const LETTERS = ['alone', 'alt'] as const;

/** What each operator may choose for their own eyes and ears. */
export function SettingsForm() {
  const t = useT();
  const volumeId = useId();
  const locale = useSettings((settings) => settings.locale);
  const theme = useSettings((settings) => settings.theme);
  const volume = useSettings((settings) => settings.volume);
  const letters = useSettings((settings) => settings.letters);
  const painter = useSettings((settings) => settings.painter);
  const choose = useSettings((settings) => settings.choose);
  return (
    <Section title={t('settings.personal')}>
      <div className={styles.form}>
        <Select
          label={t('settings.language')}
          value={locale}
          choices={LOCALES.map((value) => ({ value, label: t(`settings.language.${value}`) }))}
          onChoose={(value) => choose({ locale: value })}
        />
        <Select
          label={t('settings.theme')}
          value={theme}
          choices={THEMES.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
          onChoose={(value) => choose({ theme: value })}
        />
        <Select
          label={t('settings.letters')}
          value={letters ? 'alone' : 'alt'}
          choices={LETTERS.map((value) => ({ value, label: t(`settings.letters.${value}`) }))}
          onChoose={(value) => choose({ letters: value === 'alone' })}
        />
        <Select
          label={t('drawing.title')}
          value={painter}
          choices={PAINTERS.map((value) => ({ value, label: t(`drawing.choice.${value}`) }))}
          onChoose={(value) => choose({ painter: value })}
        />
        <div>
          <label htmlFor={volumeId} className={styles.label}>
            {t('settings.volume', { percent: Math.round(volume * 100) })}
          </label>
          <input
            id={volumeId}
            type="range"
            min={0}
            max={100}
            step={5}
            value={Math.round(volume * 100)}
            className={styles.range}
            onChange={(event) => choose({ volume: Number(event.target.value) / 100 })}
          />
        </div>
      </div>
      <p className={styles.note}>{t('settings.volumeNote')}</p>
    </Section>
  );
}
