import type { CommandId } from '../../../shared/ids.ts';
import { changedParts } from '../../../shared/lighting/changed-parts.ts';
import type { LightingPlan } from '../../../shared/lighting/model.ts';
import type { LightingVersion } from '../../../shared/lighting/version.ts';
import type { Translate } from '../../lib/i18n/index.tsx';

/** The version that came of one of these commands, if one did. */
export const ownVersion = (
  sent: readonly CommandId[],
  versions: Iterable<LightingVersion>,
): LightingVersion | undefined =>
  [...versions].find(({ command }) => command !== undefined && sent.includes(command));

/** That a version is one's own, for who never heard so; another may have followed it. */
export const ownWords = (t: Translate, version: number, inForce: number): string =>
  version < inForce ? t('plan.ownFollowed', { version, inForce }) : t('plan.own', { version });

/** Whether a draft says no more than what was published of it: nothing was written since. */
export const isAllOf = (draft: LightingPlan, published: LightingPlan): boolean =>
  draft.place.join() === published.place.join() && changedParts(published, draft).length === 0;
