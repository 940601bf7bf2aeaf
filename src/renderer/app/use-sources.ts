import { useMemo } from 'react';
import type { Crossing } from '../../shared/crossing/model.ts';
import { namedStreets } from '../../shared/geo/named-street.ts';
import type { Locale } from '../../shared/i18n/index.ts';
import { type Procedure, textIn } from '../../shared/procedure/model.ts';
import { needsMotive } from '../../shared/rights/viewing.ts';
import type { RoomUnit } from '../../shared/unit/model.ts';
import { useCameras } from '../features/cameras/index.ts';
import { useCity, useCrossings, usePicks } from '../features/city/index.ts';
import { kindOf, type Row, useBoard, useDesk } from '../features/desk/index.ts';
import type { MapCentre } from '../features/map/index.ts';
import type { Entry, Sources } from '../features/palette/index.ts';
import { useSession } from '../features/session/index.ts';
import { useSettings } from '../features/settings/index.ts';
import { useUnits } from '../features/units/index.ts';
import { type Translate, useLanguage, useT } from '../lib/i18n/index.tsx';
import { useKeys } from '../lib/keys/index.ts';
import { useRoomData } from '../lib/room-data/index.ts';
import { camerasFor, goalOf } from './on-map.ts';
import { squaresAmong } from './squares.ts';

/**
 * All that the palette can find, as it is when it opens.
 * @param toMap brings the map before the operator
 * @param onRead a procedure is to be read
 */
export function useSources(toMap: () => void, onRead: (procedure: Procedure) => void): Sources {
  const { t, locale } = useLanguage();
  const commands = useCommands();
  const showTicket = useDesk((desk) => desk.show);
  const rows = useBoard((board) => board.rows);
  const cameras = useCameras(({ list }) => list);
  const selected = useDesk((desk) => desk.selected);
  const me = useSession(({ view }) => view?.session?.person.id);
  const units = useUnits();
  const { lamps, book, streets } = useCity((city) => city);
  const landmarks = useRoomData((data) => data.landmarks);
  const crossings = useCrossings();
  const procedures = useRoomData((data) => data.procedure);
  const pick = usePicks((picks) => picks.pick);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is found must not change under the hand
  return useMemo(() => {
    const show = (change: Parameters<typeof pick>[0]) => {
      toMap();
      pick(change);
    };
    const open = (id: string) => {
      toMap();
      showTicket(id);
    };
    const named = namedStreets(streets);
    const squares = squaresAmong(
      named,
      [...landmarks.values()].flatMap((list) => list.landmarks),
    );
    const ticket = rows.get(selected ?? '')?.ticket;
    const free =
      ticket === undefined || needsMotive(ticket, me)
        ? []
        : camerasFor(ticket, cameras).seeing.map(({ id }) => id);
    return {
      entries: [
        ...[...rows.values()].flatMap((row) => ticketEntry(row, t('desk.whose.mine'), open)),
        ...cameras.map(
          ({ id, name, position }): Entry => ({
            kind: 'camera',
            id,
            label: name,
            detail: id,
            also: t('palette.kind.camera'),
            locked: !free.includes(id),
            run: () => show({ camera: id, goal: goalOf(position, 'camera') }),
          }),
        ),
        ...[...units.values()].flatMap((unit) => unitEntry(unit, t, show)),
        ...named.map(
          (street): Entry => ({
            kind: 'street',
            id: `${street.name} ${street.commune}`,
            label: street.name,
            detail: street.commune,
            also: squares.namesOf(street).join(' '),
            run: () => show({ street, goal: goalOf(street.position, 'street') }),
          }),
        ),
        ...[...landmarks.values()].flatMap((category) =>
          category.landmarks
            .filter((one) => !squares.both.has(one))
            .map(
              ({ name, alternateNames = [], street, commune, position }): Entry => ({
                kind: 'landmark',
                id: `${name} ${position.join(' ')}`,
                label: name,
                detail: [street, commune].filter(Boolean).join(' · '),
                also: alternateNames.join(' '),
                run: () => show({ goal: goalOf(position, 'street') }),
              }),
            ),
        ),
        ...crossings.map((one) => crossingEntry(one, t, show)),
        ...[...procedures.values()].flatMap((one) =>
          one.state === 'current' ? procedureEntry(one.procedure, t, locale, onRead) : [],
        ),
        ...commands,
      ],
      lamps: (words, most) =>
        book.find(words, most).flatMap((lamp): Entry[] => {
          const facts = book.facts(lamp);
          if (facts === undefined) return [];
          const run = () => show({ lamp, goal: goalOf(lamps.positionOf(lamp), 'lamp') });
          const detail = [facts.street, facts.commune].filter(Boolean).join(' · ');
          return [{ kind: 'lamp', id: facts.id, label: facts.id, detail, run }];
        }),
    };
  }, []);
}

/** A procedure, found by its title and by the kinds of tickets that it is for. */
function procedureEntry(
  procedure: Procedure,
  t: Translate,
  locale: Locale,
  onRead: (procedure: Procedure) => void,
): Entry {
  const kinds = procedure.kinds.map((kind) => kindOf(t, kind)).join(', ');
  const label = textIn(procedure.title, locale);
  const also = t('palette.kind.procedure');
  return { kind: 'procedure', id: procedure.id, label, detail: kinds, also, run: () => onRead(procedure) };
}

/** A pedestrian crossing: choosing it brings the map there, with its card. */
function crossingEntry(
  { id, street, commune, position }: Crossing,
  t: Translate,
  show: (change: { readonly crossing: string; readonly goal: MapCentre | undefined }) => void,
): Entry {
  return {
    kind: 'crossing',
    id,
    label: street === undefined ? t('crossing.title') : t('crossing.in', { street }),
    detail: [id, commune].filter(Boolean).join(' · '),
    onlyBy: `${t('crossing.title')} ${id}`,
    run: () => show({ crossing: id, goal: goalOf(position, 'crossing') }),
  };
}

/** A unit that says where it is: choosing it brings the map there. */
function unitEntry(
  { id, callSign, status, position, skills, service }: RoomUnit,
  t: Translate,
  show: (change: { readonly goal: MapCentre | undefined }) => void,
): readonly Entry[] {
  if (position === undefined) return [];
  const detail = [t(`units.status.${status}`), t(`desk.service.${service}`)].join(' · ');
  const also = [t('palette.kind.unit'), ...skills].join(' ');
  return [
    {
      kind: 'unit',
      id,
      label: callSign,
      detail,
      also,
      run: () => show({ goal: goalOf(position, 'camera') }),
    },
  ];
}

/** @param mine the word by which one's own are found */
function ticketEntry({ ticket, mine: own }: Row, mine: string, open: (id: string) => void): readonly Entry[] {
  if (ticket.state === 'closed') return [];
  const { id, ref, title, priority, place } = ticket;
  const short = ref?.split('-').at(-1);
  const label = short === undefined ? title : `${short} · ${title}`;
  const also = [ref, own ? mine : undefined].filter(Boolean).join(' ');
  return [{ kind: 'ticket', id, label, detail: place.label, also, priority, run: () => open(id) }];
}

/** What has a key where the operator is now, and what has none: theme, language, leaving. */
function useCommands(): readonly Entry[] {
  const t = useT();
  const keys = useKeys();
  const choose = useSettings((settings) => settings.choose);
  const leave = useSession((session) => session.leave);
  const keyed = new Map(keys.list().map((shortcut) => [shortcut.label, shortcut]));
  keyed.delete('palette.key.open');
  const command = (id: string, label: string, run: () => void, shortcut?: string): Entry => ({
    kind: 'command',
    id,
    label,
    also: id === 'shell.key.settings' ? t('settings.title') : undefined,
    shortcut,
    run,
  });
  return [
    ...[...keyed.values()].map(({ label, shown, keys: key, run }) =>
      command(label, t(label), () => run(new KeyboardEvent('keydown', { key })), shown),
    ),
    ...(['night', 'day', 'system'] as const).map((theme) =>
      command(theme, t('palette.theme', { theme: t(`settings.theme.${theme}`) }), () => choose({ theme })),
    ),
    ...(['fr', 'en'] as const).map((locale) =>
      command(locale, t('palette.language', { language: t(`settings.language.${locale}`) }), () =>
        choose({ locale }),
      ),
    ),
    command('leave', t('session.close'), leave),
  ];
}
