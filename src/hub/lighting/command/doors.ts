import type { CabinetId, LampId } from '../../../shared/ids.ts';
import { CabinetAck, LampAck } from '../../../shared/wire/lamp-order.ts';
import { filters } from '../../../shared/wire/topic.ts';
import type { Inbox } from '../../edge/inbox.ts';
import type { Overrides } from './overrides.ts';

const DOOR = { qos: 1, maxBytes: 64 * 1024 } as const;

/**
 * What gateways say of the orders they were given. One to an order that is over by now says nothing new and is passed
 * over: messages overtake each other on every network.
 */
export function openGatewayDoors(inbox: Inbox, overrides: Overrides): void {
  inbox.messages(
    filters.cabinetAcks,
    CabinetAck,
    DOOR,
    ({ cmd, ok, code, goesOn, refused = [] }, { from }) => {
      const by = new Map(refused.map((one) => [one.lamp, one.code]));
      overrides.answer(cmd, { cabinet: from as CabinetId }, (lamp) => (ok ? by.get(lamp) : code), goesOn);
    },
  );
  inbox.messages(filters.lampAcks, LampAck, DOOR, ({ cmd, ok, code, goesOn }, { from }) => {
    overrides.answer(cmd, { lamp: from as LampId }, () => (ok ? undefined : code), goesOn);
  });
}
