import type { BaseMapState } from '../../../shared/ipc/base-map.ts';
import { millis } from '../../../shared/wire/time.ts';
import { megabytes, momentOf, useLanguage, wholeDate } from '../../lib/i18n/index.tsx';
import { Section } from '../../ui/index.ts';
import styles from './BaseMapFacts.module.css';
import { Prefetch } from './Prefetch.tsx';
import { useBaseMap } from './store.ts';

/** Which base map this seat has, how old it is, and fetching it beforehand. */
export function BaseMapFacts() {
  const { t } = useLanguage();
  const state = useBaseMap((all) => all.state);
  if (state === undefined) return null;
  return (
    <Section title={t('baseMap.title')}>
      {state.kind === 'none' && <p>{t('baseMap.none')}</p>}
      {state.kind === 'unusable' && (
        <>
          <p>{t('baseMap.unusable')}</p>
          <p className="lost">{state.detail}</p>
        </>
      )}
      {(state.kind === 'file' || state.kind === 'server') && <Facts state={state} />}
      {state.kind === 'server' && <Prefetch state={state} />}
    </Section>
  );
}

type Usable = Extract<BaseMapState, { kind: 'file' | 'server' }>;

function Facts({ state }: { readonly state: Usable }) {
  const { t } = useLanguage();
  const own = useRows(state);
  const rows = [
    ...own,
    [t('baseMap.zooms'), t('baseMap.zoomsFacts', { min: state.minZoom, max: state.maxZoom })],
    [t('baseMap.attribution'), state.attribution],
  ] as const;
  return (
    <dl className={styles.facts}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt className="quiet">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function useRows(state: Usable): readonly (readonly [string, string])[] {
  const { t, locale } = useLanguage();
  const size = (bytes: number) => megabytes(bytes, locale);
  if (state.kind === 'file')
    return [
      [t('baseMap.file'), t('baseMap.fileFacts', { file: state.file, size: size(state.bytes) })],
      [t('baseMap.of'), wholeDate(millis(state.madeAt), locale)],
    ];
  const { kept, reach, refused, unkept } = state;
  const moment = (at: Parameters<typeof millis>[0]) => momentOf(millis(at), Date.now(), locale);
  const said =
    reach.kind === 'untried'
      ? t('baseMap.reach.untried')
      : reach.kind === 'up'
        ? t('baseMap.reach.up', { time: moment(reach.at) })
        : t('baseMap.reach.down', { time: moment(reach.since), why: reach.why });
  return [
    [t('baseMap.server'), state.host],
    [t('baseMap.reach'), said],
    [
      t('baseMap.kept'),
      t('baseMap.keptFacts', { tiles: kept.tiles, size: size(kept.bytes), limit: size(kept.limit) }),
    ],
    [
      t('baseMap.oldest'),
      kept.oldest === undefined ? t('baseMap.noTile') : wholeDate(millis(kept.oldest), locale),
    ],
    ...(refused > 0 ? [[t('baseMap.refused'), t('baseMap.refusedFacts', { n: refused })] as const] : []),
    ...(unkept > 0 ? [[t('baseMap.unkept'), t('baseMap.unkeptFacts', { n: unkept })] as const] : []),
  ];
}
