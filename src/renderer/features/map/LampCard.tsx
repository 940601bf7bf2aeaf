import { X } from 'lucide-react';
import { type ReactNode, useCallback, useRef, useSyncExternalStore } from 'react';
import type { CrossingLight } from '../../../shared/crossing/light.ts';
import { LampState } from '../../../shared/lamp/state.ts';
import { useNow } from '../../lib/clock/index.ts';
import { momentOf, useLocale, useT, wholeDuration } from '../../lib/i18n/index.tsx';
import { classes, Icon, useTakesFocus } from '../../ui/index.ts';
import { LampOrders, LampProgramme } from '../lighting/index.ts';
import { LastKnown } from './LastKnown.tsx';
import type { LampTable } from './lamp-table.ts';
import { stateWords } from './lamp-words.ts';
import type { LampDetail, LampFacts, LampRef } from './model.ts';

interface LampCardProps {
  readonly lamps: LampTable;
  readonly lamp: LampRef;
  readonly facts: LampFacts | undefined;
  /** what its gateway last said, where that was asked for and is this lamp's */
  readonly detail: LampDetail | undefined;
  /** when it was last told of, ms, 0 for never, where it is not followed any more */
  readonly since: number | undefined;
  /** stands at the top: something else stands below */
  readonly raised: boolean;
  /** leads to what feeds it */
  readonly onCabinet?: ((cabinet: string, circuit: string | undefined) => void) | undefined;
  /** which crossings a lamp at a place lights */
  readonly crossingsOf?: CrossingLight['litFrom'] | undefined;
  readonly onClose: () => void;
  /** what it did of late */
  readonly past?: ReactNode;
  /** what can be done with it */
  readonly foot?: ReactNode;
}

/** What is known of one lamp, how it is, and since when we know. */
export function LampCard({
  lamps,
  lamp,
  facts,
  detail,
  since,
  raised,
  onCabinet,
  crossingsOf,
  onClose,
  past,
  foot,
}: LampCardProps) {
  const t = useT();
  const { state, level, faults, observedAt } = useLampState(lamps, lamp);
  const card = useRef<HTMLElement>(null);
  // Who works on the map or in its list goes on there; whoever came from elsewhere is led to the card.
  useTakesFocus(card, () => document.activeElement?.closest('.map-panel') == null);
  const rated = facts?.luminaire?.power;
  const known = (state & LampState.neverSeen) === 0;
  const old = since !== undefined;
  return (
    <section
      ref={card}
      tabIndex={-1}
      className={classes('map-card', raised && 'map-card-raised')}
      aria-label={t('map.lamp')}
    >
      <header>
        <div>
          <h3 className="id">{facts?.id ?? `${lamp.slot}-${lamp.index}`}</h3>
          <p>{[facts?.street, facts?.commune].filter(Boolean).join(' · ')}</p>
        </div>
        <button type="button" aria-label={t('map.lamp.close')} onClick={onClose}>
          <Icon of={X} />
        </button>
      </header>
      {old && <LastKnown since={since} />}
      <dl>
        <CardRow name={t('map.lamp.state')} old={old}>
          {stateWords(t, state, faults)}
        </CardRow>
        {known && (
          <CardRow name={t('map.lamp.level')} old={old}>
            {t('map.lamp.percent', { level })}
          </CardRow>
        )}
        {detail?.power !== undefined ? (
          <CardRow name={t('map.lamp.power')} old={old}>
            {t('map.lamp.watts', { power: detail.power })}
          </CardRow>
        ) : (
          rated !== undefined && (
            <CardRow name={t('map.lamp.power')}>{t('map.lamp.rated', { power: rated })}</CardRow>
          )
        )}
        {facts?.cabinet !== undefined && (
          <CardRow name={t('map.lamp.cabinet')}>
            <FedBy of={facts} said={facts.cabinet} onCabinet={onCabinet} />
          </CardRow>
        )}
        {facts?.circuit !== undefined && (
          <CardRow name={t('map.lamp.circuit')}>
            <FedBy of={facts} said={facts.circuit} circuit={facts.circuit} onCabinet={onCabinet} />
          </CardRow>
        )}
        {facts?.luminaire?.kind && <CardRow name={t('map.lamp.luminaire')}>{facts.luminaire.kind}</CardRow>}
        {facts && (
          <LampProgramme
            district={facts.district}
            index={lamp.index}
            position={lamps.positionOf(lamp)}
            state={state}
            level={level}
            since={since}
            crossingsOf={crossingsOf}
            row={(name, said) => (
              <CardRow key={name} name={name} old={old}>
                {said}
              </CardRow>
            )}
          />
        )}
        {facts && (
          <LampOrders
            district={facts.district}
            index={lamp.index}
            row={(name, said) => (
              <CardRow name={name} old={old}>
                {said}
              </CardRow>
            )}
          />
        )}
        <CardRow name={t('map.lamp.observed')} old={old}>
          <Observed at={observedAt * 1_000} />
        </CardRow>
      </dl>
      {past}
      {foot && <footer>{foot}</footer>}
    </section>
  );
}

interface CardRowProps {
  readonly name: string;
  /** it was so, and is not followed any more */
  readonly old?: boolean;
  readonly children: ReactNode;
}

/** A line of what floats over the map about one thing: what it is called, and what is so. */
export function CardRow({ name, old = false, children }: CardRowProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={old ? 'stale' : undefined}>{children}</dd>
    </div>
  );
}

interface FedByProps {
  readonly of: LampFacts;
  readonly said: string;
  readonly circuit?: string;
  readonly onCabinet: LampCardProps['onCabinet'];
}

/** Its cabinet or circuit, which can be looked at where the inventory has both. */
function FedBy({ of: { cabinet }, said, circuit, onCabinet }: FedByProps) {
  const t = useT();
  if (cabinet === undefined || onCabinet === undefined) return said;
  return (
    <button
      type="button"
      className="map-card-link"
      title={t('map.lamp.showCabinet')}
      onClick={() => onCabinet(cabinet, circuit)}
    >
      {said}
    </button>
  );
}

function Observed({ at }: { readonly at: number }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow();
  if (at === 0) return t('map.lamp.never');
  return `${momentOf(at, now, locale)}, ${t('map.lamp.age', { age: wholeDuration(now - at, locale) })}`;
}

/** The lamp's columns as they are now. */
function useLampState(lamps: LampTable, { slot, index }: LampRef) {
  const subscribe = useCallback((listener: () => void) => lamps.subscribe(listener), [lamps]);
  const read = () => {
    const lamp = lamps.find(slot, index);
    if (lamp < 0) return `${LampState.neverSeen} 0 0 0`;
    return [lamps.state, lamps.level, lamps.faults, lamps.observedAt].map((column) => column[lamp]).join(' ');
  };
  const [state = 0, level = 0, faults = 0, observedAt = 0] = useSyncExternalStore(subscribe, read)
    .split(' ')
    .map(Number);
  return { state, level, faults, observedAt };
}
