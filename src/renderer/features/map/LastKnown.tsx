import { Clock } from 'lucide-react';
import { useNow } from '../../lib/clock/index.ts';
import { momentOf, useLocale, useT, wholeDuration } from '../../lib/i18n/index.tsx';
import { Icon } from '../../ui/index.ts';

/** From when what a card says is, and how old that is: it is not followed any more. @param since ms, 0 for never */
export function LastKnown({ since }: { readonly since: number }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow();
  const age = wholeDuration(now - since, locale);
  return (
    <p className="map-card-old">
      <Icon of={Clock} size="small" />
      {since === 0 ? t('map.lamp.unheard') : t('map.lamp.then', { time: momentOf(since, now, locale), age })}
    </p>
  );
}
