import type { Log } from '../../node/log/log.ts';
import type { Link } from '../../node/mqtt/link.ts';
import { ROOM_KINDS } from '../../shared/wire/room-data.ts';
import { filters, idsOf, topics } from '../../shared/wire/topic.ts';
import { Shelf } from './retained-shelf.ts';
import type { RoomData } from './room-data.ts';

export interface KeepOptions {
  readonly link: Pick<Link, 'publish' | 'subscribe' | 'onState'>;
  /** topic → payload that the broker shall retain */
  readonly wanted: ReadonlyMap<string, string>;
  /** what the broker shall retain beside that, and what changes of it */
  readonly data: readonly Pick<RoomData, 'follow'>[];
  /** the hub's own presence: when its echo comes, all that was retained before it has come */
  readonly presence: { readonly topic: string; readonly instance: string };
  /** after each connection, when what the field had retained is in and the broker has what it shall retain */
  readonly settled: () => void;
  readonly log: Log;
}

/** All kinds of retained topics that only this hub writes. */
const OWNED = [
  filters.dictionaries,
  filters.streets,
  filters.cameras,
  'room/v1/data/person/+',
  'room/v1/data/map/+',
  'room/v1/data/index/+',
  ...ROOM_KINDS.map((kind) => topics.data(kind, '').concat('+')),
];

/** Keeps the broker's retained data as the hub wants it, over restarts of either. */
export function keepOnBroker({ link, wanted, data, presence, settled, log }: KeepOptions): void {
  const publish = (topic: string, payload: string) => link.publish(topic, payload, { qos: 1, retain: true });
  const shelf = new Shelf(publish);
  for (const [topic, payload] of wanted) shelf.want(topic, payload);
  for (const filter of OWNED)
    link.subscribe(filter, { qos: 1 }, (topic, payload) => shelf.heard(topic, payload));
  let connection = 0;
  /** what the broker has is heard still: until that is in, nothing is sent that may be there already */
  let hearing = true;
  const changed = (topic: string, payload: string) => {
    shelf.want(topic, payload);
    if (!hearing) void publish(topic, payload);
  };
  for (const one of data) for (const [topic, payload] of one.follow(changed)) shelf.want(topic, payload);
  link.onState(({ kind }) => {
    if (kind === 'up') return;
    connection += 1;
    hearing = true;
    shelf.forget();
  });
  // Subscribed last: the broker sends in order, so what was retained under the other filters comes before.
  link.subscribe(presence.topic, { qos: 1 }, (_topic, payload, { retain }) => {
    if (retain || !Buffer.from(payload).includes(presence.instance)) return;
    // Dictionaries before frames: a seat can't apply a frame of which it doesn't know the lamps.
    const begun = connection;
    hearing = false;
    void settle().then(() => {
      if (connection === begun) settled();
    });
  });

  async function settle(): Promise<void> {
    const { removed, refused } = await shelf.settle();
    for (const topic of removed) {
      const [district] = idsOf(filters.dictionaries, topic) ?? [];
      if (district !== undefined) await publish(topics.districtFull(district), '');
    }
    if (removed.length > 0)
      log.info({ removed: removed.length }, 'retained data that is no longer wanted was removed');
    if (refused.length > 0)
      log.warn(
        { refused: refused.slice(0, 5), count: refused.length },
        'the broker did not take retained data',
      );
  }
}
