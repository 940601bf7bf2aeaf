import type { CameraDomain } from '../camera/model.ts';
import type { Op } from '../wire/command.ts';
import type { Person, Role } from './model.ts';

/** What a right is asked on, as far as the right depends on it. */
export type Target =
  | {
      readonly kind:
        | 'ticket'
        | 'unit'
        | 'call'
        | 'alarm'
        | 'shift'
        | 'refusal'
        | 'session'
        | 'views'
        | 'selections'
        | 'preemption'
        | 'map'
        | 'lightingPlan';
    }
  /** `districts`: where the lamps stand, as far as that is known */
  | { readonly kind: 'lamp'; readonly districts?: Iterable<string | undefined> }
  | { readonly kind: 'camera'; readonly domain: CameraDomain };

export type Verdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'role' | 'domain' | 'district' };

const room: readonly Role[] = ['operator', 'supervisor'];
const supervisors: readonly Role[] = ['supervisor'];
const all: readonly Role[] = ['operator', 'supervisor', 'it'];

/** Which roles may do what: the one table that guards every command. IT looks after machines, not matters. */
const RIGHTS: Readonly<
  Record<
    | Exclude<Op, `session.${string}` | 'refusal.leave'>
    | 'unit.locate'
    | 'caller.read'
    | 'blob.get'
    | 'archive.read'
    | 'lamp.history'
    | 'energy.read'
    | 'ticket.past'
    | 'map.prefetch',
    readonly Role[]
  >
> = {
  'ticket.create': room,
  'ticket.claim': room,
  'ticket.release': room,
  'ticket.assign': room,
  'ticket.note': room,
  'ticket.prioritise': room,
  'ticket.link': room,
  'ticket.unlink': room,
  'ticket.merge': room,
  'ticket.close': room,
  'ticket.reopen': supervisors,
  'ticket.takeover': supervisors,
  'ticket.handover': room,
  'ticket.accept': room,
  'ticket.decline': room,
  'ticket.acknowledge': room,
  'ticket.amend': room,
  'ticket.step': room,
  'ticket.procedure': room,
  'ticket.attach': room,
  'ticket.detach': room,
  'ticket.promise': room,
  'ticket.keep': room,
  'ticket.revoke': room,
  'call.answer': room,
  'advice.refuse': room,
  'unit.release': room,
  'unit.report': room,
  /** to see where units are: they are people at work, and their positions no business of who keeps machines */
  'unit.locate': room,
  /** to read who called, and from which number: people who ask the room for help, and no business of who keeps machines */
  'caller.read': room,
  /** to read what is attached to a ticket */
  'blob.get': room,
  /** to look through what the hub alone still has, and to read it: who did is in the journal */
  'archive.read': room,
  'shift.offer': room,
  'shift.accept': room,
  'shift.decline': room,
  'shift.withdraw': room,
  'refusal.seen': room,
  /** one's own only */
  'views.keep': all,
  'selections.keep': all,
  'preemption.seen': room,
  'camera.view': room,
  'lamp.set': room,
  'lamp.resend': room,
  'lamp.release': room,
  /** to see how lamps were: of streets, not of people, but which streets somebody looks at is in the journal */
  'lamp.history': room,
  /** which interventions there were: nobody's names or words, and yet matters of the room */
  'ticket.past': room,
  /** what streets used, day by day; sums of districts and the city everybody has */
  'energy.read': room,
  /** where a lamp stands is a matter of the inventory: of who answers for it, and of who imports it */
  'inventory.mend': ['supervisor', 'it'],
  /** fetching the base map beforehand: it takes the seat's disk and a server's patience, and nothing of the room */
  'map.prefetch': ['supervisor', 'it'],
  /**
   * How the whole city burns, every night: of who answers for the room. Operators command lamps until an end; IT has the
   * file, which comes from elsewhere and says so.
   */
  'lightingPlan.publish': supervisors,
  'lightingPlan.restore': supervisors,
  'alarm.acknowledge': room,
  'alarm.shelve': room,
  'alarm.unshelve': room,
  'alarm.outOfService': supervisors,
  'alarm.inService': supervisors,
};

/** Whether the lamps of a district are the person's to command, as far as districts go. */
export const mayLightIn = ({ districts }: Pick<Person, 'districts'>, district: string | undefined): boolean =>
  districts?.some((own) => own === district) ?? true;

/**
 * May this person do that? Asked by the hub for every command, and by a seat from its cached rights while the
 * hub is away. Cameras want, beyond the role, that the person is habilitated for the domain
 * (Code de la sécurité intérieure, L. 252-2: the prefect's authorisation says who may view, and images of others' systems
 * are for persons individually named and habilitated, as L. 252-3 and the decree of L. 255-1 have it); lamps, that all of
 * them stand in the person's districts.
 */
export function authorize(person: Person, action: keyof typeof RIGHTS, target: Target): Verdict {
  if (!RIGHTS[action].includes(person.role)) return { ok: false, why: 'role' };
  if (target.kind === 'camera' && !person.domains.includes(target.domain))
    return { ok: false, why: 'domain' };
  if (target.kind === 'lamp')
    for (const district of target.districts ?? [])
      if (!mayLightIn(person, district)) return { ok: false, why: 'district' };
  return { ok: true };
}

/** Whether who called is for these eyes: of nobody's while nobody is signed in. */
export const mayReadCaller = (person: Person | undefined): boolean =>
  person !== undefined && authorize(person, 'caller.read', { kind: 'call' }).ok;

/** Whether positions of field units are for these eyes: of nobody's while nobody is signed in. */
export const mayLocate = (person: Person | undefined): boolean =>
  person !== undefined && authorize(person, 'unit.locate', { kind: 'unit' }).ok;
