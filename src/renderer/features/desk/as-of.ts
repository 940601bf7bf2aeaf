import { useSkew } from '../../lib/clock/index.ts';
import { useDesk } from './board.ts';

/** When the hub's word was last heard, by the room's clock, ms since the epoch; undefined where it never was. */
export function useAsOf(): number | undefined {
  const skew = useSkew();
  const asOf = useDesk((desk) => desk.asOf);
  return asOf === undefined ? undefined : Date.parse(asOf) - skew;
}
