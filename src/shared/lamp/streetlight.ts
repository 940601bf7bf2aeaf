import { z } from 'zod';
import { Position } from '../geo/position.ts';
import { CabinetId, LampId } from '../ids.ts';

/**
 * FIWARE `Streetlight` (smart-data-models.org, dataModel.Streetlighting) as key values, with its own names
 * and units: `illuminanceLevel` 0–1, `powerConsumption` W, `lifetimePowerConsumption` kWh.
 */
export const Streetlight = z.object({
  id: LampId,
  type: z.literal('Streetlight'),
  powerState: z.enum(['on', 'off', 'low', 'bootingUp']),
  illuminanceLevel: z.number().min(0).max(1).optional(),
  status: z.enum(['ok', 'defectiveLamp', 'columnIssue', 'brokenLantern']).optional(),
  powerConsumption: z.number().nonnegative().optional(),
  lifetimePowerConsumption: z.number().nonnegative().optional(),
  lifetimeMotionDetected: z.number().nonnegative().optional(),
  circuit: z.string().max(256).optional(),
  refStreetlightControlCabinet: CabinetId.optional(),
  location: z.object({ type: z.literal('Point'), coordinates: Position }).optional(),
  observationDateTime: z.iso.datetime({ offset: true }),
});
export type Streetlight = z.infer<typeof Streetlight>;

/** Where NGSI-LD has what an attribute says, by its kind (ETSI GS CIM 009, 4.5); NGSI-v2 has free type names but always `value`. */
const SAID_IN = ['value', 'object', 'languageMap', 'vocab', 'json', 'valueList', 'objectList'] as const;

const saidIn = (attribute: unknown): (typeof SAID_IN)[number] | undefined =>
  typeof attribute === 'object' && attribute !== null ? SAID_IN.find((key) => key in attribute) : undefined;

/**
 * Brings the four encodings (NGSI-v2 and NGSI-LD, each normalized or as key values) to key values.
 * In NGSI-LD the time of observation may stand on each attribute (`observedAt`); the latest one then
 * serves where `observationDateTime` is absent.
 */
export function keyValues(entity: unknown): unknown {
  if (typeof entity !== 'object' || entity === null || Array.isArray(entity)) return entity;
  const flat: Record<string, unknown> = {};
  let latest: string | undefined;
  for (const [name, attribute] of Object.entries(entity)) {
    const key = saidIn(attribute);
    if (key === undefined) {
      flat[name] = attribute;
      continue;
    }
    flat[name] = attribute[key];
    const at = attribute.observedAt;
    if (typeof at === 'string' && (latest === undefined || at > latest)) latest = at;
  }
  if (flat.observationDateTime === undefined && latest !== undefined) flat.observationDateTime = latest;
  const time = flat.observationDateTime;
  if (typeof time === 'object' && time !== null && '@value' in time)
    flat.observationDateTime = time['@value'];
  return flat;
}

/** A lamp's state as any of the four encodings. */
export const StreetlightInput = z.preprocess(keyValues, Streetlight);

/** `city/v1/lamp/<lampId>/presence`: begins and ends, never kept. */
export const LampPresence = z.object({ v: z.literal(1), present: z.boolean() });
