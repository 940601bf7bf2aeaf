import { getPosition } from 'suncalc';

/** Dijon, where the sun of the demo city rises. */
const PLACE = { latitude: 47.322, longitude: 5.0415 };

/**
 * The time of day in the demo city: it may be set and run faster. It decides when lamps are lit and how many people
 * call; what is written on the wire always carries the real time.
 */
export class CityClock {
  readonly #realStart: number;
  readonly #start: number;
  readonly #speed: number;

  /**
   * @param start `now` or local `HH:MM` of today
   * @param realNow milliseconds since the epoch
   */
  constructor(start: string, speed: number, realNow: number) {
    this.#realStart = realNow;
    this.#speed = speed;
    this.#start = start === 'now' ? realNow : at(start, realNow);
  }

  /** Milliseconds since the epoch in the city's day. */
  now(realNow: number): number {
    return this.#start + (realNow - this.#realStart) * this.#speed;
  }

  get speed(): number {
    return this.#speed;
  }
}

function at(clock: string, day: number): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const date = new Date(day);
  date.setHours(hours, minutes, 0, 0);
  return date.getTime();
}

/** Degrees of the sun above the horizon of Dijon. */
export const sunAltitude = (time: number): number =>
  getPosition(new Date(time), PLACE.latitude, PLACE.longitude).altitude;

/** Local time of day in hours, 0 ≤ h < 24. */
export function hourOf(time: number): number {
  const date = new Date(time);
  return date.getHours() + date.getMinutes() / 60;
}
