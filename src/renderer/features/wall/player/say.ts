import type { IntlShape } from 'react-intl';
import type { Phrase } from './tile-words.ts';

/** A duration as the room says it: 12 s, 6 min 10 s, 2 h 05. */
export function sayAge(intl: IntlShape, ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1_000));
  const [hours, minutes, seconds] = [Math.floor(total / 3_600), Math.floor(total / 60), total % 60];
  if (hours > 0) return intl.formatMessage({ id: 'wall.age.hours' }, { hours, minutes: minutes % 60 });
  if (minutes > 0) return intl.formatMessage({ id: 'wall.age.minutes' }, { minutes, seconds });
  return intl.formatMessage({ id: 'wall.age.seconds' }, { seconds });
}

/** A time of day with seconds, 24 h in every language: a room compares pictures by it. */
export function sayTime(intl: IntlShape, time: number): string {
  return intl.formatTime(time, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
}

export function say(intl: IntlShape, { id, age, time, seconds }: Phrase): string {
  return intl.formatMessage(
    { id },
    {
      ...(age === undefined ? {} : { age: sayAge(intl, age) }),
      ...(time === undefined ? {} : { time: sayTime(intl, time) }),
      ...(seconds === undefined ? {} : { seconds }),
    },
  );
}
