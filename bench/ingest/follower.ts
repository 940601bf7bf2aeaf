import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync } from 'mqtt';
import { createLog } from '../../src/node/log/log.ts';
import { connectLink } from '../../src/node/mqtt/link.ts';
import { Alerts } from '../../src/seat/alerts.ts';
import { openDatabases } from '../../src/seat/databases.ts';
import { Disk } from '../../src/seat/disk/disk.ts';
import { CityLamps } from '../../src/seat/lamps/city-lamps.ts';
import { CityStore } from '../../src/seat/lamps/city-store.ts';
import { MqttRoom } from '../../src/seat/link/mqtt-room.ts';
import { filters } from '../../src/shared/wire/topic.ts';
import { LAMP_FILTER, READY, type Told } from './stream.ts';

/**
 * One seat in a process of its own: what it does with lamps from the broker to the batch for windows, and nothing else.
 * With `frames` as a seat does it; with `topics` as one would that hears a JSON topic for each lamp; `bare` is the MQTT
 * library, which hears the frames and does nothing with them. It counts what comes and says what CPU that took.
 */
const [way, url = '', user = '', password = '', count = '0'] = process.argv.slice(2);
const tell = (told: Told) => process.send?.(told);
let begun = process.cpuUsage();
let left = Number(count);
/** The first of all is retained and says that the subscription stands. */
const one = (topic: string) => {
  if (topic.includes(`/${READY}`)) {
    begun = process.cpuUsage();
    return tell({ ready: true });
  }
  if (--left > 0) return;
  const { user, system } = process.cpuUsage(begun);
  tell({ cpuMs: (user + system) / 1_000 });
};

/** All that stands between the broker and what a seat does with a message. */
function openRoom(): MqttRoom {
  const log = createLog({ name: 'bench', level: 'error' });
  const link = connectLink({ brokers: [url], clientId: user, username: user, password, keepalive: 15, log });
  const onDamaged = (error: unknown) => {
    throw error;
  };
  return new MqttRoom({ link, seat: user, instance: 'bench', log, onDamaged, now: Date.now });
}

const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-ingest-'));
if (way === 'bare') {
  const client = await connectAsync(url, { protocolVersion: 5, clientId: user, username: user, password });
  client.on('message', one);
  await client.subscribeAsync(filters.districtDeltas, { qos: 0 });
} else if (way === 'frames') {
  const room = openRoom();
  const alerts = new Alerts(() => {}, Date.now);
  const { city } = openDatabases(folder, alerts);
  new CityLamps(new CityStore(city, new Disk(city, alerts)), room, () => {});
  room.listenBytes(filters.districtDeltas, 0, one);
} else {
  /** level and state of each, as the table has them */
  const table = new Map<string, { level: number; on: boolean }>();
  openRoom().listen(LAMP_FILTER, 0, (topic, payload) => {
    const { id, level, on } = payload as { id: string; level: number; on: boolean };
    table.set(id, { level, on });
    one(topic);
  });
}
process.once('disconnect', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit();
});
