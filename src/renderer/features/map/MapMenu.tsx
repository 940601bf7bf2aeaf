import { type RefObject, useCallback, useEffect, useState } from 'react';
import { ContextMenu } from '../../ui/index.ts';
import type { MapEngine } from './engine/map-engine.ts';
import type { MapEvent, MapMenuOf } from './model.ts';

type Asked = Extract<MapEvent, { kind: 'menu' }>;

interface MapMenuProps {
  readonly engine: MapEngine | undefined;
  /** the keyboard goes back there */
  readonly host: RefObject<HTMLElement | null>;
  readonly menuOf: MapMenuOf;
}

/** What can be done at a place: where the right button was pressed, or where the map is for who has no mouse. */
export function MapMenu({ engine, host, menuOf }: MapMenuProps) {
  const [asked, setAsked] = useState<Asked>();
  useEffect(() => engine?.subscribe((event) => event.kind === 'menu' && setAsked(event)), [engine]);
  const close = useCallback(() => {
    setAsked(undefined);
    host.current?.focus({ preventScroll: true });
  }, [host]);
  if (asked === undefined) return null;
  return <ContextMenu key={`${asked.x} ${asked.y}`} {...menuOf(asked.spot)} at={asked} onClose={close} />;
}
