import { roomTargets } from '../shared/ticket/targets.ts';
import { ROOM_KINDS } from '../shared/wire/room-data.ts';
import { fileLimits, type HubConfig } from './config.ts';
import { RoomData } from './edge/room-data.ts';

/** What this hub retains for seats, with what its configuration alone says. */
export function openRoomData(config: Pick<HubConfig, 'targets' | 'attachments'>): RoomData {
  const data = new RoomData(ROOM_KINDS);
  data.put('targets', roomTargets(config.targets));
  data.put('attachments', { v: 1, id: 'room', ...fileLimits(config) });
  return data;
}
