import { Layers, ListFilter, LocateFixed, Minus, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { Icon } from '../../ui/index.ts';
import type { MapBase } from './base/model.ts';
import type { MapEngine } from './engine/map-engine.ts';
import type { LampTable } from './lamp-table.ts';
import { MapLegend } from './legend/MapLegend.tsx';
import type { MapLayerName } from './model.ts';
import type { ShownSigns } from './painter/look.ts';

const LAYERS: readonly MapLayerName[] = ['base', 'lamps', 'names', 'cameras', 'tickets'];

interface MapControlsProps {
  readonly engine: MapEngine | undefined;
  readonly base: MapBase | undefined;
  readonly lamps: LampTable;
  readonly signs: ShownSigns;
  readonly onSigns: (signs: ShownSigns) => void;
}

/** What opens beside the buttons. */
type Opened = 'layers' | 'legend';

/** Layers, legend, re-centre, closer, farther. */
export function MapControls({ engine, base, lamps, signs, onSigns }: MapControlsProps) {
  const t = useT();
  const [open, setOpen] = useState<Opened>();
  const opener = useRef<HTMLButtonElement>(null);
  const toggle = (what: Opened) => setOpen(open === what ? undefined : what);
  useShortcut({
    keys: 'Shift+L',
    shown: '⇧ L',
    label: 'legend.key.open',
    run: (event) => {
      event.preventDefault();
      toggle('legend');
    },
  });
  useShortcut(
    {
      keys: 'Escape',
      shown: t('common.escape'),
      label: 'legend.key.close',
      run: () => {
        setOpen(undefined);
        opener.current?.focus();
      },
    },
    open === 'legend',
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
      <MapLayers engine={engine} base={base} open={open === 'layers'} />
      {open === 'legend' && <MapLegend lamps={lamps} shown={signs} onShow={onSigns} />}
      <div className="map-buttons">
        {panels.map(({ id, icon, name }) => (
          <button
            key={id}
            ref={id === 'legend' ? opener : undefined}
            type="button"
            aria-expanded={open === id}
            aria-label={name}
            title={name}
            onClick={() => toggle(id)}
          >
            <Icon of={icon} />
          </button>
        ))}
        {acts.map(({ id, icon, act }) => (
          <button key={id} type="button" aria-label={t(`map.${id}`)} title={t(`map.${id}`)} onClick={act}>
            <Icon of={icon} />
          </button>
        ))}
      </div>
    </div>
  );
}

interface MapLayersProps {
  readonly engine: MapEngine | undefined;
  readonly base: MapBase | undefined;
  readonly open: boolean;
}

/** Which layers are shown; what was chosen holds while this is closed. */
function MapLayers({ engine, base, open }: MapLayersProps) {
  const t = useT();
  const [hidden, setHidden] = useState<ReadonlySet<MapLayerName>>(new Set());
  const toggle = (layer: MapLayerName, shown: boolean) => {
    const next = new Set(hidden);
    if (shown) next.delete(layer);
    else next.add(layer);
    setHidden(next);
    engine?.setShown(layer, shown);
  };
  if (!open) return null;
  const layers = LAYERS.filter((layer) => layer !== 'base' || base !== undefined);
  return (
    <fieldset className="map-layers">
      <legend>{t('map.layers')}</legend>
      {layers.map((layer) => (
        <label key={layer}>
          <input
            type="checkbox"
            checked={!hidden.has(layer)}
            onChange={(event) => toggle(layer, event.target.checked)}
          />
          {t(`map.layer.${layer}`)}
        </label>
      ))}
    </fieldset>
  );
}
