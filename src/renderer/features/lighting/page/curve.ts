import type { Night, NightStep } from '../../../../shared/lighting/night.ts';

/** A stretch of time that is drawn, ms since the epoch, and how wide and high. */
export interface Frame {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly height: number;
}

const HOUR_MS = 3_600_000;

/** From the full hour before dusk to the one after dawn, at least half an hour from each. */
export function spanOf({ sun }: Night): Pick<Frame, 'from' | 'to'> {
  return {
    from: Math.floor((sun.dusk - HOUR_MS / 2) / HOUR_MS) * HOUR_MS,
    to: Math.ceil((sun.dawn + HOUR_MS / 2) / HOUR_MS) * HOUR_MS,
  };
}

export const xAt = ({ from, to, width }: Frame, time: number): number =>
  round(((time - from) / (to - from)) * width);
const yAt = ({ height }: Frame, level: number): number => round(height - (level / 100) * height);
const round = (n: number): number => Math.round(n * 10) / 10;

/** The area under the levels of a night, as a path. */
export function areaOf(steps: readonly NightStep[], frame: Frame): string {
  const [first] = steps;
  if (first === undefined) return '';
  const tops = steps.map(
    ({ from, to, level }) => `L${xAt(frame, from)} ${yAt(frame, level)}H${xAt(frame, to)}`,
  );
  return `M${xAt(frame, first.from)} ${frame.height}${tops.join('')}V${frame.height}Z`;
}

/** Lines at what lamps are raised to while somebody is there. */
export function raisedOf(steps: readonly NightStep[], frame: Frame): string {
  return steps
    .map(({ from, to, presence }) =>
      presence === undefined ? '' : `M${xAt(frame, from)} ${yAt(frame, presence.raised)}H${xAt(frame, to)}`,
    )
    .join('');
}

/** Full hours from the beginning of a frame to before its end, each so many hours. */
export function hoursIn({ from, to }: Pick<Frame, 'from' | 'to'>, every: number): readonly number[] {
  const count = Math.ceil((to - from) / HOUR_MS / every);
  return Array.from({ length: count }, (_, i) => from + i * every * HOUR_MS);
}
