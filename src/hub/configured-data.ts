import { roomTargets } from '../shared/ticket/targets.ts';
import { ROOM_KINDS } from '../shared/wire/room-data.ts';
import type { HubConfig } from './config.ts';
import { RoomData } from './edge/room-data.ts';

/** What this hub retains for seats, with what its configuration alone says. */
export function openRoomData({ targets }: Pick<HubConfig, 'targets'>): RoomData {
  const data = new RoomData(ROOM_KINDS);
  data.put('targets', roomTargets(targets));
  return data;
}
