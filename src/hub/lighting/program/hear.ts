import type { Link } from '../../../node/mqtt/link.ts';
import type { CabinetId } from '../../../shared/ids.ts';
import { filters, idsOf } from '../../../shared/wire/topic.ts';
import type { ProgramTeller } from './teller.ts';

/** What the broker has of programmes: only this hub writes them. */
export function hearPrograms(link: Pick<Link, 'subscribe'>, teller: Pick<ProgramTeller, 'heard'>): void {
  link.subscribe(filters.cabinetPrograms, { qos: 1 }, (topic, payload) => {
    const [cabinet] = idsOf(filters.cabinetPrograms, topic) ?? [];
    if (cabinet !== undefined) teller.heard(cabinet as CabinetId, Buffer.from(payload).toString());
  });
}
