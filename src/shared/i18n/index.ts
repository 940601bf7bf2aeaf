import { advice as adviceEn } from './en/advice.ts';
import { alarms as alarmsEn } from './en/alarms.ts';
import { baseMap as baseMapEn } from './en/base-map.ts';
import { cabinet as cabinetEn } from './en/cabinet.ts';
import { calls as callsEn } from './en/calls.ts';
import { cameras as camerasEn } from './en/cameras.ts';
import { common as commonEn } from './en/common.ts';
import { crossing as crossingEn } from './en/crossing.ts';
import { desk as deskEn } from './en/desk.ts';
import { diagnostics as diagnosticsEn } from './en/diagnostics.ts';
import { drawing as drawingEn } from './en/drawing.ts';
import { energy as energyEn } from './en/energy.ts';
import { files as filesEn } from './en/files.ts';
import { inventory as inventoryEn } from './en/inventory.ts';
import { keys as keysEn } from './en/keys.ts';
import { kinds as kindsEn } from './en/kinds.ts';
import { lampFaults as lampFaultsEn } from './en/lamp-faults.ts';
import { legend as legendEn } from './en/legend.ts';
import { lighting as lightingEn } from './en/lighting.ts';
import { link as linkEn } from './en/link.ts';
import { links as linksEn } from './en/links.ts';
import { lists as listsEn } from './en/lists.ts';
import { map as mapEn } from './en/map.ts';
import { palette as paletteEn } from './en/palette.ts';
import { plan as planEn } from './en/plan.ts';
import { planParts as planPartsEn } from './en/plan-parts.ts';
import { procedure as procedureEn } from './en/procedure.ts';
import { queue as queueEn } from './en/queue.ts';
import { relight as relightEn } from './en/relight.ts';
import { replay as replayEn } from './en/replay.ts';
import { seats as seatsEn } from './en/seats.ts';
import { selection as selectionEn } from './en/selection.ts';
import { session as sessionEn } from './en/session.ts';
import { settings as settingsEn } from './en/settings.ts';
import { shell as shellEn } from './en/shell.ts';
import { shift as shiftEn } from './en/shift.ts';
import { supervision as supervisionEn } from './en/supervision.ts';
import { targets as targetsEn } from './en/targets.ts';
import { timeline as timelineEn } from './en/timeline.ts';
import { units as unitsEn } from './en/units.ts';
import { wall as wallEn } from './en/wall.ts';
import { advice } from './fr/advice.ts';
import { alarms } from './fr/alarms.ts';
import { baseMap } from './fr/base-map.ts';
import { cabinet } from './fr/cabinet.ts';
import { calls } from './fr/calls.ts';
import { cameras } from './fr/cameras.ts';
import { common } from './fr/common.ts';
import { crossing } from './fr/crossing.ts';
import { desk } from './fr/desk.ts';
import { diagnostics } from './fr/diagnostics.ts';
import { drawing } from './fr/drawing.ts';
import { energy } from './fr/energy.ts';
import { files } from './fr/files.ts';
import { inventory } from './fr/inventory.ts';
import { keys } from './fr/keys.ts';
import { kinds } from './fr/kinds.ts';
import { lampFaults } from './fr/lamp-faults.ts';
import { legend } from './fr/legend.ts';
import { lighting } from './fr/lighting.ts';
import { link } from './fr/link.ts';
import { links } from './fr/links.ts';
import { lists } from './fr/lists.ts';
import { map } from './fr/map.ts';
import { palette } from './fr/palette.ts';
import { plan } from './fr/plan.ts';
import { planParts } from './fr/plan-parts.ts';
import { procedure } from './fr/procedure.ts';
import { queue } from './fr/queue.ts';
import { relight } from './fr/relight.ts';
import { replay } from './fr/replay.ts';
import { seats } from './fr/seats.ts';
import { selection } from './fr/selection.ts';
import { session } from './fr/session.ts';
import { settings } from './fr/settings.ts';
import { shell } from './fr/shell.ts';
import { shift } from './fr/shift.ts';
import { supervision } from './fr/supervision.ts';
import { targets } from './fr/targets.ts';
import { timeline } from './fr/timeline.ts';
import { units } from './fr/units.ts';
import { wall } from './fr/wall.ts';
import { withFrenchSpaces } from './typography.ts';

export type Locale = 'fr' | 'en';

const fr = {
  ...advice,
  ...alarms,
  ...baseMap,
  ...calls,
  ...cameras,
  ...common,
  ...desk,
  ...timeline,
  ...diagnostics,
  ...drawing,
  ...energy,
  ...files,
  ...keys,
  ...inventory,
  ...kinds,
  ...legend,
  ...link,
  ...lampFaults,
  ...lighting,
  ...links,
  ...lists,
  ...cabinet,
  ...crossing,
  ...map,
  ...palette,
  ...seats,
  ...queue,
  ...relight,
  ...replay,
  ...plan,
  ...planParts,
  ...procedure,
  ...selection,
  ...session,
  ...settings,
  ...shell,
  ...shift,
  ...supervision,
  ...targets,
  ...units,
  ...wall,
} as const;

/** Every message the console can say. */
export type MessageId = keyof typeof fr;
/** The texts of a language; one that lacks a message doesn't compile. */
export type Catalogue = Readonly<Record<MessageId, string>>;

const en: Catalogue = {
  ...adviceEn,
  ...alarmsEn,
  ...baseMapEn,
  ...callsEn,
  ...camerasEn,
  ...commonEn,
  ...deskEn,
  ...timelineEn,
  ...diagnosticsEn,
  ...drawingEn,
  ...energyEn,
  ...filesEn,
  ...keysEn,
  ...inventoryEn,
  ...kindsEn,
  ...legendEn,
  ...linkEn,
  ...lampFaultsEn,
  ...lightingEn,
  ...linksEn,
  ...listsEn,
  ...cabinetEn,
  ...crossingEn,
  ...mapEn,
  ...paletteEn,
  ...seatsEn,
  ...queueEn,
  ...relightEn,
  ...replayEn,
  ...planEn,
  ...planPartsEn,
  ...procedureEn,
  ...selectionEn,
  ...sessionEn,
  ...settingsEn,
  ...shellEn,
  ...shiftEn,
  ...supervisionEn,
  ...targetsEn,
  ...unitsEn,
  ...wallEn,
};

export const catalogues: Readonly<Record<Locale, Catalogue>> = { fr: withFrenchSpaces(fr), en };
