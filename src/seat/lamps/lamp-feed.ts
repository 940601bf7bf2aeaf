import type { RejectReason } from '../../shared/ipc/model.ts';
import { Dictionary } from '../../shared/lamp/dictionary.ts';
import { FrameError, type FrameReader, readFrame } from '../../shared/lamp/frame.ts';
import { filters, idsOf } from '../../shared/wire/topic.ts';
import type { Room } from '../link/room.ts';
import type { CityTable, District, FrameVerdict } from './city-table.ts';
import { asColumns } from './columns.ts';
import { digestOf } from './digest.ts';

export interface LampFeedOptions {
  readonly room: Room;
  readonly table: CityTable;
  readonly onDictionary: (district: District) => void;
  readonly onRemoved: (district: District) => void;
}

/** Frames that wait for their dictionary; a room has some tens of districts. */
const MAX_EARLY = 256;

/** What diagnostics say of a frame that is not applied; what is missing here is nobody's fault. */
const FAULTS = {
  'unknown-district': { field: 'district', message: 'there is no dictionary of this district' },
  dictVersion: { field: 'dictVersion', message: 'made with another dictionary' },
  stream: { field: 'streamId', message: 'a change of another stream than the full frame' },
  index: { field: 'index', message: 'names a lamp beyond the dictionary' },
  time: { field: 'baseTimeMs', message: 'a time that no lamp can have been seen at' },
} as const satisfies Partial<Record<FrameVerdict & RejectReason, { field: string; message: string }>>;

const isFault = (verdict: FrameVerdict): verdict is keyof typeof FAULTS => verdict in FAULTS;

/** Brings dictionary and frames from the wire into the table; what doesn't fit is counted, never applied. */
export class LampFeed {
  readonly #on: LampFeedOptions;
  readonly #unlisten: readonly (() => void)[];
  /** full frames that came before their dictionary: retained messages have no order among topics */
  readonly #early = new Map<string, Uint8Array>();
  /** `missed`: changes of no use because one before them did not come; the next full frame mends that */
  readonly counts = { applied: 0, dropped: 0, missed: 0 };

  constructor(options: LampFeedOptions) {
    this.#on = options;
    const { room } = options;
    const frames = (filter: string, qos: 0 | 1) =>
      room.listenBytes(filter, qos, (topic, bytes, retained) => {
        const [id] = idsOf(filter, topic) ?? [];
        if (id === undefined) return room.reject(topic, 'topic', 'an id that is not percent-encoded');
        // An empty message takes the retained frame of a district away.
        if (bytes.byteLength > 0) this.#take(topic, id, bytes, retained);
      });
    this.#unlisten = [
      room.listenBytes(filters.dictionaries, 1, (topic, bytes) => this.#define(topic, bytes)),
      frames(filters.districtFulls, 1),
      frames(filters.districtDeltas, 0),
    ];
  }

  close(): void {
    for (const unlisten of this.#unlisten) unlisten();
  }

  #define(topic: string, bytes: Uint8Array): void {
    const { room, table, onDictionary } = this.#on;
    const [id] = idsOf(filters.dictionaries, topic) ?? [];
    if (bytes.byteLength === 0) return void this.#remove(id ?? '');
    const digest = digestOf(bytes);
    if (id !== undefined && table.district(id)?.digest === digest) return;
    const payload = room.decode(topic, bytes);
    const dictionary = payload === undefined ? undefined : room.parse(topic, Dictionary, payload);
    if (dictionary === undefined) return;
    if (dictionary.district !== id)
      return void room.reject(topic, 'district', "a dictionary on another's topic", 'district');
    const district = table.define(asColumns(dictionary), digest);
    if (district === undefined) return;
    onDictionary(district);
    const early = this.#early.get(id);
    this.#early.delete(id);
    if (early !== undefined) this.#take(topic, id, early, false);
  }

  #remove(id: string): void {
    this.#early.delete(id);
    const district = this.#on.table.remove(id);
    if (district !== undefined) this.#on.onRemoved(district);
  }

  #take(topic: string, id: string, bytes: Uint8Array, retained: boolean): void {
    const frame = this.#read(topic, bytes);
    const verdict = frame === undefined ? 'unreadable' : this.#on.table.apply(id, frame);
    if (verdict === 'old') return;
    if (verdict === 'applied') {
      this.counts.applied++;
      return;
    }
    // Changes come once or not at all: after a reconnection this seat has lost some, and nobody sent anything bad.
    if (verdict === 'gap' || verdict === 'waiting') {
      this.counts.missed++;
      return;
    }
    this.counts.dropped++;
    if (frame === undefined || verdict === 'unreadable') return;
    const early = frame.full && (verdict === 'unknown-district' || verdict === 'dictVersion');
    if (early) this.#wait(id, bytes);
    // A retained frame may come before the retained dictionary: no fault until that is there.
    if (isFault(verdict) && !(early && retained))
      this.#on.room.reject(topic, verdict, FAULTS[verdict].message, FAULTS[verdict].field);
  }

  #wait(id: string, bytes: Uint8Array): void {
    if (this.#early.size < MAX_EARLY || this.#early.has(id)) this.#early.set(id, bytes.slice());
  }

  #read(topic: string, bytes: Uint8Array): FrameReader | undefined {
    try {
      return readFrame(bytes);
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      this.#on.room.reject(topic, 'frame', error.message, error.field);
      return undefined;
    }
  }
}
