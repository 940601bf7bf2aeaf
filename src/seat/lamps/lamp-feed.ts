import { Dictionary } from '../../shared/lamp/dictionary.ts';
import { FrameError, type FrameReader, readFrame } from '../../shared/lamp/frame.ts';
import { filters, idsOf } from '../../shared/wire/topic.ts';
import type { Room } from '../link/room.ts';
import type { CityTable, District } from './city-table.ts';

export interface LampFeedOptions {
  readonly room: Room;
  readonly table: CityTable;
  readonly onDictionary: (district: District) => void;
}

/** Brings dictionary and frames from the wire into the table; what doesn't fit is counted, never applied. */
export class LampFeed {
  readonly #on: LampFeedOptions;
  readonly #unlisten: readonly (() => void)[];
  /** a full frame that came before its dictionary: retained messages have no order among topics */
  readonly #early = new Map<string, Uint8Array>();
  readonly counts = { applied: 0, dropped: 0 };

  constructor(options: LampFeedOptions) {
    this.#on = options;
    const { room } = options;
    this.#unlisten = [
      room.listen(filters.dictionaries, 1, (topic, payload) => this.#define(topic, payload)),
      room.listenBytes(filters.districtFulls, 1, (topic, bytes) =>
        this.#frame(filters.districtFulls, topic, bytes),
      ),
      room.listenBytes(filters.districtDeltas, 0, (topic, bytes) =>
        this.#frame(filters.districtDeltas, topic, bytes),
      ),
    ];
  }

  close(): void {
    for (const unlisten of this.#unlisten) unlisten();
  }

  #define(topic: string, payload: unknown): void {
    const [id] = idsOf(filters.dictionaries, topic) ?? [];
    const dictionary = this.#on.room.parse(topic, Dictionary, payload);
    if (dictionary === undefined) return;
    if (dictionary.district !== id) {
      this.#on.room.reject(
        topic,
        'district',
        `district ${dictionary.district} on another's topic`,
        'district',
      );
      return;
    }
    const district = this.#on.table.define(dictionary);
    if (district === undefined) return;
    this.#on.onDictionary(district);
    const early = this.#early.get(id);
    this.#early.delete(id);
    if (early !== undefined) this.#take(topic, id, early);
  }

  #frame(filter: string, topic: string, bytes: Uint8Array): void {
    const [id] = idsOf(filter, topic) ?? [];
    if (id !== undefined) this.#take(topic, id, bytes);
  }

  #take(topic: string, id: string, bytes: Uint8Array): void {
    const frame = this.#read(topic, bytes);
    if (frame === undefined) {
      this.counts.dropped++;
      return;
    }
    const verdict = this.#on.table.apply(id, frame);
    if (verdict === 'applied') {
      this.counts.applied++;
      return;
    }
    if (verdict === 'old') return;
    this.counts.dropped++;
    const waits = verdict === 'unknown-district' || verdict === 'dictVersion';
    if (waits && frame.full) this.#early.set(id, bytes.slice());
    if (verdict === 'index')
      this.#on.room.reject(topic, 'index', 'names a lamp beyond the dictionary', 'index');
    if (verdict === 'dictVersion')
      this.#on.room.reject(topic, 'dictVersion', `made with dictionary ${frame.dictVersion}`, 'dictVersion');
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
