import type { Link } from '../../../node/mqtt/link.ts';
import type { CabinetId } from '../../../shared/ids.ts';
import { ProgramAck } from '../../../shared/wire/cabinet-program.ts';
import { filters, idsOf } from '../../../shared/wire/topic.ts';
import type { Inbox } from '../../edge/inbox.ts';
import type { ProgramReach } from './reach.ts';
import type { ProgramTeller } from './teller.ts';

/** What the broker has of programmes: only this hub writes them. */
export function hearPrograms(link: Pick<Link, 'subscribe'>, teller: Pick<ProgramTeller, 'heard'>): void {
  link.subscribe(filters.cabinetPrograms, { qos: 1 }, (topic, payload) => {
    const [cabinet] = idsOf(filters.cabinetPrograms, topic) ?? [];
    if (cabinet !== undefined) teller.heard(cabinet as CabinetId, Buffer.from(payload).toString());
  });
}

/** What gateways say of the programmes that they were given. */
export function openProgramDoor(inbox: Inbox, reach: Pick<ProgramReach, 'acknowledged'>): void {
  inbox.messages(filters.cabinetProgramAcks, ProgramAck, { qos: 1, maxBytes: 4_096 }, (ack, { from }) =>
    reach.acknowledged(from as CabinetId, ack),
  );
}
