import { getPosition } from 'suncalc';
import { type ClockTime, clockOf, dayOf, instantOf } from '../../shared/lighting/local-time.ts';

/** Dijon, where the sun of the demo city rises. */
const PLACE = { latitude: 47.322, longitude: 5.0415 };
const TIME_ZONE = 'Europe/Paris';

/**
 * The time of day in the demo city: it may be set and run faster. It decides when lamps are lit and how many people
 * call; what is written on the wire always carries the real time.
 */
export class CityClock {
  readonly #realStart: number;
  readonly #start: number;
  readonly #speed: number;

  /**
   * @param start `now` or `HH:MM` of today, by the clocks of Dijon
   * @param realNow milliseconds since the epoch
   */
  constructor(start: string, speed: number, realNow: number) {
    this.#realStart = realNow;
    this.#speed = speed;
    this.#start = start === 'now' ? realNow : timeOf(start, realNow);
  }

  /** Milliseconds since the epoch in the city's day. */
  now(realNow: number): number {
    return this.#start + (realNow - this.#realStart) * this.#speed;
  }

  get speed(): number {
    return this.#speed;
  }
}

/** When a clock in Dijon says so, on the day that it is there. */
export const timeOf = (clock: string, day: number): number =>
  instantOf(dayOf(day, TIME_ZONE), clock as ClockTime, TIME_ZONE);

/** Degrees of the sun above the horizon of Dijon. */
export const sunAltitude = (time: number): number =>
  getPosition(new Date(time), PLACE.latitude, PLACE.longitude).altitude;

/** Time of day in Dijon in hours, 0 ≤ h < 24. */
export function hourOf(time: number): number {
  const [hours = 0, minutes = 0] = clockOf(time, TIME_ZONE).split(':').map(Number);
  return hours + minutes / 60;
}
