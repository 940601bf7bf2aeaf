import { Layers, List, ListFilter, LocateFixed, Minus, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { Icon } from '../../ui/index.ts';
import type { MapBase } from './base/model.ts';
import type { MapEngine } from './engine/map-engine.ts';
import type { LampTable } from './lamp-table.ts';
import { MapLegend } from './legend/MapLegend.tsx';
import { MapLayerList } from './MapLayerList.tsx';
import type { MapLayerName } from './model.ts';
import type { ShownSigns } from './painter/look.ts';

interface MapControlsProps {
  readonly engine: MapEngine | undefined;
  readonly base: MapBase | undefined;
  readonly lamps: LampTable;
  readonly signs: ShownSigns;
  readonly onSigns: (signs: ShownSigns) => void;
  readonly hidden: readonly MapLayerName[];
  readonly onHidden: (hidden: readonly MapLayerName[]) => void;
  readonly legend: KeptLegend | undefined;
  readonly lists: MapLists | undefined;
  /** since when lamps are not followed any more, ms */
  readonly since: number | undefined;
}

/** A legend that stays as somebody left it: it is part of the map, no panel that is looked at and closed. */
export interface KeptLegend {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** lamps that are LED, of those whose kind is known */
  readonly led: { readonly led: number; readonly of: number };
}

/** Lists of what the map shows, which stand elsewhere. */
export interface MapLists {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** What opens beside the buttons. */
type Opened = 'layers' | 'legend';

/** Layers, legend, re-centre, closer, farther. */
export function MapControls(props: MapControlsProps) {
  const { engine, base, lamps, signs, onSigns, hidden, onHidden, lists } = props;
  const t = useT();
  const { open, stays, asked, toggle, close } = useOpened(props.legend);
  const openers = { layers: useRef<HTMLButtonElement>(null), legend: useRef<HTMLButtonElement>(null) };
  useShortcut({
    keys: 'Shift+L',
    shown: '⇧ L',
    label: 'legend.key.open',
    run: (event) => {
      event.preventDefault();
      toggle('legend');
    },
  });
  useShortcut({
    keys: 'Shift+M',
    shown: '⇧ M',
    label: 'map.key.layers',
    run: (event) => {
      event.preventDefault();
      toggle('layers');
    },
  });
  useShortcut(
    {
      keys: 'Shift+T',
      shown: '⇧ T',
      label: 'lists.key.open',
      run: (event) => {
        event.preventDefault();
        lists?.onOpen(!lists.open);
      },
    },
    lists !== undefined,
  );
  useShortcut(
    {
      keys: 'Escape',
      shown: t('common.escape'),
      label: open === 'layers' ? 'map.key.closeLayers' : 'legend.key.close',
      run: () => {
        if (open) openers[open].current?.focus();
        close();
      },
    },
    open !== undefined && !stays,
  );
  useShortcut({ keys: '+', manner: 'walks', shown: '+', label: 'map.closer', run: () => engine?.zoomBy(1) });
  useShortcut({
    keys: '-',
    manner: 'walks',
    shown: '-',
    label: 'map.farther',
    run: () => engine?.zoomBy(-1),
  });
  const panels = [
    { id: 'layers', icon: Layers, name: t('map.layers') },
    { id: 'legend', icon: ListFilter, name: t('legend.open') },
  ] as const;
  const acts = [
    { id: 'home', icon: LocateFixed, act: () => engine?.goHome() },
    { id: 'closer', icon: Plus, act: () => engine?.zoomBy(1) },
    { id: 'farther', icon: Minus, act: () => engine?.zoomBy(-1) },
  ] as const;
  return (
    <div className="map-controls">
      {open === 'layers' && <MapLayerList base={base} hidden={hidden} onHidden={onHidden} />}
      {open === 'legend' && (
        <MapLegend
          lamps={lamps}
          shown={signs}
          onShow={onSigns}
          takesFocus={asked}
          led={props.legend?.led}
          since={props.since}
        />
      )}
      <div className="map-buttons">
        {panels.map(({ id, icon, name }) => (
          <button
            key={id}
            ref={openers[id]}
            type="button"
            aria-expanded={open === id}
            aria-label={name}
            title={name}
            onClick={() => toggle(id)}
          >
            <Icon of={icon} />
          </button>
        ))}
        {lists && (
          <button
            type="button"
            aria-expanded={lists.open}
            aria-label={t('lists.open')}
            title={t('lists.key.open')}
            onClick={() => lists.onOpen(!lists.open)}
          >
            <Icon of={List} />
          </button>
        )}
        {acts.map(({ id, icon, act }) => (
          <button key={id} type="button" aria-label={t(`map.${id}`)} title={t(`map.${id}`)} onClick={act}>
            <Icon of={icon} />
          </button>
        ))}
      </div>
    </div>
  );
}

/** Layers or legend are open, one at a time. A legend that is kept comes back when the layers are closed. */
function useOpened(legend: KeptLegend | undefined) {
  const [own, setOwn] = useState<Opened>();
  /** somebody has opened one: it is what they look at now */
  const [asked, setAsked] = useState(false);
  const open = own ?? (legend?.open ? 'legend' : undefined);
  const toggle = (what: Opened) => {
    setAsked(open !== what);
    if (what === 'legend' && legend !== undefined) {
      setOwn(undefined);
      legend.onOpen(open !== 'legend');
    } else setOwn(open === what ? undefined : what);
  };
  const close = () => {
    setAsked(false);
    setOwn(undefined);
  };
  return { open, stays: own === undefined, asked, toggle, close };
}
