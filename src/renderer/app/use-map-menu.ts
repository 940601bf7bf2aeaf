import { useCallback } from 'react';
import { type NearestStreet, nearestStreet, ON_STREET_M } from '../../shared/geo/nearest-street.ts';
import type { Position } from '../../shared/geo/position.ts';
import { type LampKey, lampKey } from '../../shared/lamp/selection.ts';
import { authorize } from '../../shared/rights/authorize.ts';
import { useCity } from '../features/city/index.ts';
import { EMPTY_DRAFT, NEW, useBoard, useDesk } from '../features/desk/index.ts';
import { isStale, useLink } from '../features/link/index.ts';
import type { MapMenuOf, MapSpot } from '../features/map/index.ts';
import { USUAL_LIGHT } from '../features/relight/index.ts';
import { useSelection } from '../features/selection/index.ts';
import { useMe } from '../features/session/index.ts';
import { useT } from '../lib/i18n/index.tsx';
import { useNotices } from '../lib/notices/index.ts';
import { whereOf } from './place-words.ts';
import { useTakePlace } from './use-take-place.ts';

interface MapMenuOptions {
  /** to where tickets are opened */
  readonly toTickets: () => void;
  /** to where lamps that were chosen are commanded */
  readonly toChosen: () => void;
}

/** What can be done at a place of the map. Each line only begins what stands elsewhere: nothing acts from here. */
export function useMapMenu({ toTickets, toChosen }: MapMenuOptions): MapMenuOf {
  const t = useT();
  const me = useMe();
  const lost = useLink(({ state }) => isStale(state));
  const streetOf = useStreetAt();
  const create = useCreateAt(toTickets);
  const { choose, relight } = useStreetLamps(toChosen);
  const copy = useCopyPosition();
  return useCallback<MapMenuOf>(
    (spot) => {
      const { near, lamps } = streetOf(spot);
      const mayCreate = me !== undefined && authorize(me, 'ticket.create', { kind: 'ticket' }).ok;
      // It goes to the hub at once or not at all: without the link there is nothing to begin.
      const mayLight = me !== undefined && !lost && authorize(me, 'lamp.set', { kind: 'lamp' }).ok;
      const hasLamps = near !== undefined && lamps.length > 0;
      const choice = (id: 'create' | 'choose' | 'relight' | 'copy', onChoose: () => void) => ({
        id,
        label: t(`map.menu.${id}`),
        onChoose,
      });
      return {
        label: whereOf(t, near),
        choices: [
          ...(mayCreate ? [choice('create', () => create(spot.position))] : []),
          ...(hasLamps ? [choice('choose', () => choose(near.name, lamps))] : []),
          ...(hasLamps && mayLight ? [choice('relight', () => relight(near.name, lamps))] : []),
          choice('copy', () => copy(spot.position)),
        ],
      };
    },
    [t, me, lost, streetOf, create, choose, relight, copy],
  );
}

/** The street of a place and its lamps: that of the lamp which stands there, else the one that the place is on. */
function useStreetAt() {
  const streets = useCity((city) => city.streets);
  const book = useCity((city) => city.book);
  return useCallback(
    ({
      position,
      target,
    }: MapSpot): { readonly near: NearestStreet | undefined; readonly lamps: readonly LampKey[] } => {
      const lamp = target?.kind === 'lamp' ? book.facts(target.lamp) : undefined;
      const near =
        lamp === undefined || lamp.street === ''
          ? nearestStreet(streets, position)
          : { name: lamp.street, commune: lamp.commune, metres: 0 };
      const isOn = near !== undefined && near.metres <= ON_STREET_M;
      return { near, lamps: isOn ? book.inStreet(near.name, near.commune).map(lampKey) : [] };
    },
    [streets, book],
  );
}

/** Opens the form of a new ticket with a place; what is written in it already stays. */
function useCreateAt(toTickets: () => void) {
  const create = useDesk((desk) => desk.create);
  const take = useTakePlace();
  return useCallback(
    (position: Position) => {
      take(NEW, { draft: EMPTY_DRAFT }, position);
      toTickets();
      create({});
    },
    [take, toTickets, create],
  );
}

/** Chooses the lamps of a street, or chooses them and begins the order that lights them, for the open ticket if it is there. */
function useStreetLamps(toChosen: () => void) {
  const choose = useSelection((selection) => selection.choose);
  const relight = useSelection((selection) => selection.relight);
  const show = useSelection((selection) => selection.show);
  const selected = useDesk((desk) => desk.selected);
  const open = useBoard(({ rows }) => rows.get(selected ?? '')?.ticket);
  return {
    choose: useCallback(
      (street: string, lamps: readonly LampKey[]) => {
        choose(lamps, { kind: 'named', name: street }, false);
        show(lamps);
        toChosen();
      },
      [choose, show, toChosen],
    ),
    relight: useCallback(
      (street: string, lamps: readonly LampKey[]) => {
        const isThere = open !== undefined && open.state !== 'closed' && open.place.street === street;
        const { level, minutes } = USUAL_LIGHT;
        relight(lamps, street, { level: level * 100, minutes, ticket: isThere ? open.id : undefined });
        show(lamps);
        toChosen();
      },
      [relight, show, toChosen, open],
    ),
  };
}

/** To a metre and less, as other maps take it: latitude first. */
const DECIMALS = 6;

/** Puts a place on the clipboard, and says what is there now. */
function useCopyPosition() {
  const t = useT();
  const hint = useNotices(({ showHint }) => showHint);
  return useCallback(
    ([lon, lat]: Position) => {
      const position = `${lat.toFixed(DECIMALS)}, ${lon.toFixed(DECIMALS)}`;
      navigator.clipboard.writeText(position).then(
        () => hint(t('map.menu.copied', { position })),
        () => hint(t('map.menu.notCopied', { position })),
      );
    },
    [t, hint],
  );
}
