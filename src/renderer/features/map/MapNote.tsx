import { Clock, Lightbulb } from 'lucide-react';
import { useNow } from '../../lib/clock/index.ts';
import { clockMinute, momentOf, useLocale, useT, wholeDuration, wholeNumber } from '../../lib/i18n/index.tsx';
import { Icon } from '../../ui/index.ts';
import type { MapFreshness } from './model.ts';

interface MapNoteProps {
  readonly freshness: MapFreshness;
}

/** How far the map can be believed: in words, always there. */
export function MapNote({ freshness }: MapNoteProps) {
  const t = useT();
  const locale = useLocale();
  switch (freshness.kind) {
    case 'live':
      return (
        <p className="map-note">
          <Icon of={Lightbulb} size="small" />
          <span className="map-note-more">{t('map.note.lamps')}</span>{' '}
          <b>{wholeNumber(freshness.known, locale)}</b> {t('map.note.of', { total: freshness.total })}
          {freshness.reportedMs !== undefined && (
            <span className="map-note-more">
              {t('map.note.reported', { age: wholeDuration(freshness.reportedMs, locale) })}
            </span>
          )}
        </p>
      );
    case 'partial':
      return <PartialNote {...freshness} />;
    case 'silent':
    case 'stale':
      return <StaleNote {...freshness} />;
    case 'past':
      return (
        <p className="map-note map-note-stale">
          <Icon of={Clock} size="small" />
          <b>{t('map.note.past', { time: clockMinute(freshness.at), ...freshness })}</b>
        </p>
      );
    case 'empty':
      return <p className="map-note">{t('map.note.empty')}</p>;
  }
}

type Partial = Extract<MapFreshness, { kind: 'partial' }>;

function PartialNote({ silent, districts, since }: Partial) {
  const t = useT();
  const locale = useLocale();
  const now = useNow();
  return (
    <p className="map-note map-note-stale">
      <Icon of={Clock} size="small" />
      <b>{t('map.note.partial', { silent, districts })}</b>
      {since !== undefined && (
        <span>{t('map.note.partialSince', { time: momentOf(since, now, locale) })}</span>
      )}
    </p>
  );
}

type Still = Extract<MapFreshness, { kind: 'silent' | 'stale' }>;

function StaleNote({ kind, since }: Still) {
  const t = useT();
  const locale = useLocale();
  const now = useNow();
  return (
    <p className="map-note map-note-stale">
      <Icon of={Clock} size="small" />
      <b>{t(`map.note.${kind}`, { time: momentOf(since, now, locale) })}</b>
      <span>
        {t('map.note.staleAge', { age: wholeDuration(now - since, locale) })}
        <span className="map-note-more"> {t(`map.note.${kind}What`)}</span>
      </span>
    </p>
  );
}
