import { X } from 'lucide-react';
import { type ReactNode, useMemo, useRef } from 'react';
import { slotOf } from '../../../shared/lamp/selection.ts';
import { useNow } from '../../lib/clock/index.ts';
import { momentOf, useLocale, useT, wholeDuration } from '../../lib/i18n/index.tsx';
import { Icon, useTakesFocus } from '../../ui/index.ts';
import { CardRow, LastKnown } from '../map/index.ts';
import { useLeftOff } from './freshness.ts';
import { circuitName, type FedCircuit, type OpenCabinet } from './supply.ts';

interface CabinetCardProps {
  readonly cabinet: OpenCabinet;
  /** the circuit that is looked at by itself */
  readonly circuit: string | undefined;
  readonly onCircuit: (circuit: string | undefined) => void;
  readonly onClose: () => void;
  /** what can be done with it */
  readonly foot?: ReactNode;
}

/** What is known of one cabinet, how it is, and what it feeds. It stands where a lamp's card does. */
export function CabinetCard({ cabinet, circuit, onCircuit, onClose, foot }: CabinetCardProps) {
  const t = useT();
  const card = useRef<HTMLElement>(null);
  useTakesFocus(card);
  const { id, street, commune, placed, state, heard, circuits, tripped } = cabinet;
  const slots = useMemo(() => new Set(circuits.flatMap(({ lamps }) => lamps.map(slotOf))), [circuits]);
  const since = useLeftOff(slots);
  const old = since !== undefined;
  return (
    <section ref={card} tabIndex={-1} className="map-card" aria-label={t('cabinet.name')}>
      <header>
        <div>
          <h3 className="id">{t('cabinet.title', { id })}</h3>
          <p>{[street, commune].filter(Boolean).join(' · ')}</p>
        </div>
        <button type="button" aria-label={t('cabinet.close')} onClick={onClose}>
          <Icon of={X} />
        </button>
      </header>
      {old && <LastKnown since={since} />}
      <dl>
        <CardRow name={t('cabinet.state')} old={old}>
          {t(`cabinet.state.${state}`)}
        </CardRow>
        <CardRow name={t('cabinet.heard')} old={old}>
          <Heard at={heard} />
        </CardRow>
        {!placed && <CardRow name={t('cabinet.place')}>{t('cabinet.place.unknown')}</CardRow>}
        <CardRow name={t('cabinet.circuits')}>
          {circuits.map((one) => (
            <CircuitButton
              key={one.id}
              circuit={one}
              name={one.id === '' ? t('cabinet.circuit.unknown') : circuitName(one.id, id)}
              tripped={tripped.includes(one.id)}
              old={old}
              pressed={one.id === circuit}
              onPress={() => onCircuit(one.id === circuit ? undefined : one.id)}
            />
          ))}
        </CardRow>
      </dl>
      {foot && <footer>{foot}</footer>}
    </section>
  );
}

interface CircuitButtonProps {
  readonly circuit: FedCircuit;
  readonly name: string;
  readonly tripped: boolean;
  /** it was so, and is not followed any more */
  readonly old: boolean;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function CircuitButton({ circuit: { id, lamps }, name, tripped, old, pressed, onPress }: CircuitButtonProps) {
  const t = useT();
  return (
    <button
      type="button"
      className="map-card-link map-card-line"
      title={id}
      aria-pressed={pressed}
      onClick={onPress}
    >
      {name}
      {' · '}
      {t('cabinet.circuit.lamps', { n: lamps.length })}
      {tripped && <b className={old ? 'stale' : undefined}> {t('cabinet.circuit.tripped')}</b>}
    </button>
  );
}

function Heard({ at }: { readonly at: number | undefined }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow();
  if (at === undefined) return t('map.lamp.never');
  return `${momentOf(at, now, locale)}, ${t('map.lamp.age', { age: wholeDuration(Math.max(0, now - at), locale) })}`;
}
