import { z } from 'zod';
import { CameraDomain } from '../camera/model.ts';
import { DistrictId, PersonId } from '../ids.ts';

export const Role = z.enum(['operator', 'supervisor', 'it']);
export type Role = z.infer<typeof Role>;

/** `room/v1/data/person/<id>`: who works in the room. Given by the accounts of the hub. */
export const Person = z.object({
  v: z.literal(1),
  id: PersonId,
  name: z.string().min(1).max(120),
  role: Role,
  /** camera domains the person is habilitated for */
  domains: z.array(CameraDomain),
  /** districts whose lamps the person may command; all of them where it is left out */
  districts: z.array(DistrictId).optional(),
});
export type Person = z.infer<typeof Person>;
