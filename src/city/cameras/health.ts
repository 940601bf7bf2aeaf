import type { Link } from '../../node/mqtt/link.ts';
import type { CameraHealth } from '../../shared/camera/model.ts';
import { type Instant, instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import type { CameraFarm } from './farm/farm.ts';

const TELL_MS = 10_000;

/** What a camera gateway says of its cameras: up or not, since when, retained, each 10 s. */
export class CameraHealthReports {
  readonly #timer: NodeJS.Timeout;
  readonly #unlink: () => void;
  readonly #since = new Map<string, { readonly up: boolean; readonly since: Instant }>();

  constructor(farm: CameraFarm, link: Link, now: () => number) {
    const tell = () => {
      for (const { id, fault, bitRate } of farm.statuses()) {
        const up = fault === undefined;
        const known = this.#since.get(id);
        const state = known?.up === up ? known : { up, since: instant(now()) };
        this.#since.set(id, state);
        const health: CameraHealth = {
          v: 1,
          ...state,
          ...(up ? { bitRate, lastPicture: instant(now()) } : {}),
        };
        void link.publish(topics.cameraHealth(id), JSON.stringify(health), { qos: 1, retain: true });
      }
    };
    this.#timer = setInterval(tell, TELL_MS);
    this.#unlink = link.onState(({ kind }) => {
      if (kind === 'up') tell();
    });
  }

  close(): void {
    clearInterval(this.#timer);
    this.#unlink();
  }
}
