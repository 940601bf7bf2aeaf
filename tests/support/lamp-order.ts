import type { Order } from '../../src/hub/lighting/command/model.ts';
import { CommandId, type LampId, type PersonId, type SeatId } from '../../src/shared/ids.ts';
import { instant } from '../../src/shared/wire/time.ts';

/** Two at night, when tests of an order take place, ms. */
export const START = Date.UTC(2026, 10, 24, 2);
export const MINUTE = 60_000;
/** How long lamps have to follow, ms. */
export const FOLLOW = 30_000;
export const CMD = CommandId.parse('019ab2c9-51d0-7b52-8a10-2f6c9e4d1b07');
/** The letter that gives lamps back. */
export const BACK = CommandId.parse('019ab2d4-0c3e-7e91-9b44-7d5a1c2e3f60');
export const [A, B, C] = ['A', 'B', 'C'] as [LampId, LampId, LampId];

/** For half an hour. @param level 0–1 */
export const orderOf = (level: number): Order => ({
  id: CMD,
  street: 'rue Monge',
  person: 'p-1' as PersonId,
  seat: 'seat-01' as SeatId,
  level,
  at: instant(START),
  until: instant(START + 30 * MINUTE),
  expiresAt: instant(START + 30_000),
});
/** Gateways that took it. */
export const taken = () => undefined;
