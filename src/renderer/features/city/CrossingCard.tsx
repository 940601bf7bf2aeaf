import { X } from 'lucide-react';
import { type ReactNode, useMemo, useRef } from 'react';
import { indexOf, type LampKey, slotOf } from '../../../shared/lamp/selection.ts';
import { LampState } from '../../../shared/lamp/state.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { Icon, useTakesFocus } from '../../ui/index.ts';
import { CardRow, type LampRef, LastKnown, lampLine } from '../map/index.ts';
import { useLeftOff } from './freshness.ts';
import type { LitByLamps } from './lit-crossings.ts';
import { useCity } from './store.ts';

interface CrossingCardProps {
  readonly crossing: LitByLamps;
  readonly onLamp: (lamp: LampRef) => void;
  readonly onClose: () => void;
  /** what can be done with it */
  readonly foot?: ReactNode;
}

/** What is known of a pedestrian crossing: which lamps light it, how they are, and what they never burn below. */
export function CrossingCard({ crossing, onLamp, onClose, foot }: CrossingCardProps) {
  const t = useT();
  const card = useRef<HTMLElement>(null);
  useTakesFocus(card);
  const { id, street, commune, lamps } = crossing;
  const slots = useMemo(() => new Set(lamps.map(slotOf)), [lamps]);
  const since = useLeftOff(slots);
  const old = since !== undefined;
  return (
    <section ref={card} tabIndex={-1} className="map-card" aria-label={t('crossing.name')}>
      <header>
        <div>
          <h3>{t('crossing.title')}</h3>
          <p>{[street, commune].filter(Boolean).join(' · ')}</p>
        </div>
        <button type="button" aria-label={t('crossing.close')} onClick={onClose}>
          <Icon of={X} />
        </button>
      </header>
      {old && <LastKnown since={since} />}
      <dl>
        <CardRow name={t('crossing.id')}>{id}</CardRow>
        {lamps.length > 0 && (
          <CardRow name={t('crossing.floor')}>
            <Floor lamps={lamps} />
          </CardRow>
        )}
        <CardRow name={t('crossing.lamps')} old={old}>
          {lamps.length === 0
            ? t('crossing.unlit')
            : lamps.map((key) => <Lamp key={key} lamp={key} onLamp={onLamp} />)}
        </CardRow>
      </dl>
      {foot && <footer>{foot}</footer>}
    </section>
  );
}

function Lamp({ lamp, onLamp }: { readonly lamp: LampKey; readonly onLamp: (lamp: LampRef) => void }) {
  const t = useT();
  const { lamps, book } = useCity((city) => city);
  useNow();
  const ref = { slot: slotOf(lamp), index: indexOf(lamp) };
  const n = lamps.find(ref.slot, ref.index);
  const [state, level, faults] = [lamps.state[n] ?? 0, lamps.level[n] ?? 0, lamps.faults[n] ?? 0];
  // One that simply burns is told by its level: of the others it is said what there is.
  const said = state === LampState.on ? t('map.lamp.percent', { level }) : lampLine(t, state, level, faults);
  return (
    <button type="button" className="map-card-link map-card-line" onClick={() => onLamp(ref)}>
      {book.facts(ref)?.id ?? ''} · {said}
    </button>
  );
}

/** The least that its lamps burn at by night, by the plan in force. */
function Floor({ lamps }: { readonly lamps: readonly LampKey[] }) {
  const t = useT();
  const book = useCity((city) => city.book);
  const plan = useRoomData((data) => data.lightingPlan.get('room')?.plan);
  const places = useRoomData((data) => data.lampPlaces);
  const floors = lamps.map((key) => {
    const its = places.get(book.piece(slotOf(key))?.district ?? '');
    return (its?.version === plan?.version && plan?.floors[its?.floors[indexOf(key)] ?? -1]?.level) || 0;
  });
  const least = Math.min(...floors);
  return least === 0 ? t('crossing.noFloor') : t('crossing.floorOf', { level: least });
}
