import { JUSTIFIES } from '../camera/justifies.ts';
import type { PersonId } from '../ids.ts';
import type { Ticket } from '../ticket/model.ts';

/**
 * Whether watching a camera wants a motive: everywhere but on an open ticket of one's own whose kind justifies a look,
 * where having taken it is the reason. Asked by the hub, by a seat without it, and by the console that then asks for
 * the motive.
 * @param ticket the one it is watched for
 */
export const needsMotive = (
  ticket: Pick<Ticket, 'kind' | 'state' | 'owner'> | undefined,
  person: PersonId | undefined,
): boolean =>
  ticket?.owner === undefined ||
  ticket.state === 'closed' ||
  ticket.owner.person !== person ||
  !Object.hasOwn(JUSTIFIES, ticket.kind);
