import { useMemo } from 'react';
import { type FieldOfView, fieldOfView } from '../../../../shared/camera/field-of-view.ts';
import { USUAL_RANGE } from '../../../../shared/camera/sight.ts';
import type { CameraEntry } from '../../../../shared/ipc/model.ts';
import { type LampKey, lampKey } from '../../../../shared/lamp/selection.ts';
import { millis } from '../../../../shared/wire/time.ts';
import { useLanguage, wholeDuration } from '../../../lib/i18n/index.tsx';
import { filming, useCameras } from '../../cameras/index.ts';
import { type City, useCity } from '../../city/index.ts';
import { isStale, useLink } from '../../link/index.ts';
import type { ListedMap, Thing } from '../model.ts';
import { fieldWords } from './field-words.ts';
import { refsOf } from './lamp-counts.ts';
import { useListMoment } from './use-list-moment.ts';

/** From how near a camera is looked at. */
const CLOSENESS = 17;
const byName = new Intl.Collator('fr', { numeric: true });

/** The lamps that a camera looks at. */
function lampsSeen(camera: CameraEntry, { lamps, book }: Pick<City, 'lamps' | 'book'>): FieldOfView<LampKey> {
  const about = book.near(camera.position, camera.range ?? USUAL_RANGE).flatMap((ref) => {
    const position = lamps.positionOf(ref);
    return position === undefined
      ? []
      : [{ key: lampKey(ref), position, street: book.facts(ref)?.street ?? '' }];
  });
  return fieldOfView(camera, about);
}

/**
 * Cameras with what they look at: what their cones on the map say. Showing one shows where it stands; its picture is
 * asked for as ever, on the map or in the palette.
 */
export function useCameraThings({ go }: ListedMap): readonly Thing[] {
  const { t, locale } = useLanguage();
  const list = useCameras((cameras) => cameras.list);
  const { lamps, book } = useCity((city) => city);
  const lost = useLink(({ state }) => isStale(state));
  const moment = useListMoment();
  // What a camera looks at is sought once, when its line is first in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: new columns mean that lamps came or went
  const fieldOf = useMemo(() => {
    const known = new Map<CameraEntry['id'], FieldOfView<LampKey>>();
    return (camera: CameraEntry): FieldOfView<LampKey> => {
      const field = known.get(camera.id) ?? lampsSeen(camera, { lamps, book });
      known.set(camera.id, field);
      return field;
    };
  }, [list, lamps, lamps.x, book]);
  return useMemo(
    () =>
      list
        .toSorted((a, b) => byName.compare(a.name, b.name))
        .map((camera): Thing => {
          const { id, name, position, health } = camera;
          const state = filming(health, lost, moment);
          const pictured = health?.lastPicture;
          return {
            id,
            label: name,
            wrong: state !== 'up',
            say: () => ({
              detail: fieldWords(t, camera, fieldOf(camera)),
              state: state === 'up' ? undefined : t(`lists.camera.${state}`),
              age:
                state === 'up' || pictured === undefined
                  ? undefined
                  : t('map.lamp.age', { age: wholeDuration(Math.max(0, moment - millis(pictured)), locale) }),
            }),
            show: () => go({ position, zoom: CLOSENESS }),
            lamps: () => fieldOf(camera).things,
            inside: () => ({ kind: 'lamps', lamps: refsOf(fieldOf(camera).things) }),
          };
        }),
    [t, locale, list, lost, moment, fieldOf, go],
  );
}
