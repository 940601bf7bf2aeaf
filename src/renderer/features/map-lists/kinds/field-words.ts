import type { FieldOfView } from '../../../../shared/camera/field-of-view.ts';
import type { Camera } from '../../../../shared/camera/model.ts';
import { USUAL_RANGE } from '../../../../shared/camera/sight.ts';
import { compassOf } from '../../../../shared/geo/compass.ts';
import type { Translate } from '../../../lib/i18n/index.tsx';

/** One that turns all the way round looks nowhere in particular. */
const ALL_ROUND = 360;

/** « vers le nord-est, jusqu’à 60 m : rue de la Liberté, 14 lampadaires » */
export function fieldWords(
  t: Translate,
  { azimuth, fieldOfView, range }: Pick<Camera, 'azimuth' | 'fieldOfView' | 'range'>,
  { things, streets: [street, ...others] }: FieldOfView<unknown>,
): string {
  const way = fieldOfView >= ALL_ROUND ? t('lists.way.round') : t(`lists.way.${compassOf(azimuth)}`);
  const reach = t(range === undefined ? 'lists.reach.usual' : 'lists.reach', {
    metres: range ?? USUAL_RANGE,
  });
  const where =
    street === undefined || others.length === 0 ? street : t('lists.streetAnd', { street, n: others.length });
  const what = [where, t('lists.lampsSeen', { n: things.length })].filter(Boolean).join(', ');
  return t('lists.camera.sees', { way, reach, what });
}
