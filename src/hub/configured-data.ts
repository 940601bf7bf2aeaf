import { roomTargets } from '../shared/ticket/targets.ts';
import { ROOM_KINDS } from '../shared/wire/room-data.ts';
import { fileLimits, type HubConfig } from './config.ts';
import { RoomData } from './edge/room-data.ts';
import { readLandmarks } from './landmarks/landmarks.ts';

/** What this hub retains for seats, with what its configuration alone says. @throws ConfigError */
export function openRoomData(
  config: Pick<
    HubConfig,
    'targets' | 'attachments' | 'landmarks' | 'gtfsStops' | 'locale' | 'timeZone' | 'lighting'
  >,
): RoomData {
  const data = new RoomData(ROOM_KINDS);
  data.put('targets', roomTargets(config.targets));
  const { timeZone, lighting } = config;
  data.put('clock', { v: 1, id: 'room', timeZone, aheadMinutes: lighting.aheadMinutes });
  data.put('attachments', { v: 1, id: 'room', ...fileLimits(config) });
  for (const places of readLandmarks(config)) data.put('landmarks', places);
  return data;
}
