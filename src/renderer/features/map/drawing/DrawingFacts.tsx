import { momentOf, useLanguage } from '../../../lib/i18n/index.tsx';
import { Section } from '../../../ui/index.ts';
import { useDrawing } from './store.ts';

/** How the lamps of the map are drawn, and why so: for who asks by telephone why a map is slow. */
export function DrawingFacts() {
  const { t, locale } = useLanguage();
  const status = useDrawing((drawing) => drawing.status);
  if (status === undefined) return null;
  const since = status.why === 'lost' ? momentOf(status.since, Date.now(), locale) : '';
  const renderer = status.why === 'lost' ? undefined : status.renderer;
  return (
    <Section title={t('drawing.title')}>
      <p>
        <strong>{t(`drawing.${status.painter}`)}</strong> · {t(`drawing.why.${status.why}`, { since })}
      </p>
      {renderer !== undefined && <p className="quiet">{t('drawing.renderer', { renderer })}</p>}
    </Section>
  );
}
