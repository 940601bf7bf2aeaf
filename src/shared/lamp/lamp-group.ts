import { z } from 'zod';

export const GROUP_KINDS = ['street', 'cabinet', 'circuit', 'district', 'commune'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** Lamps that have something in common: « rue Monge » `within` « Dijon », a circuit within its cabinet, unless cabinets share it. */
export const LampGroup = z.object({
  kind: z.enum(GROUP_KINDS),
  name: z.string().min(1).max(200),
  /** empty where it is within nothing */
  within: z.string().max(256),
});
export type LampGroup = Readonly<z.infer<typeof LampGroup>>;
