import { z } from 'zod';
import { Position } from '../../geo/position.ts';
import { CabinetId, LampId } from '../../ids.ts';
import { Instant } from '../../wire/time.ts';

/** What is likely to be broken, in the order in which it is told apart; `causesOf` has the rules. */
export const FAULT_CAUSES = [
  'feeder',
  'noSupply',
  'tripped',
  'cabinetDark',
  'circuitDark',
  'clock',
  'contactor',
  'gateway',
  'cable',
  'light',
  'control',
  'leds',
  'driver',
  'radio',
  'mast',
  'lantern',
] as const;
export type FaultCause = (typeof FAULT_CAUSES)[number];

/** What it takes to repair: whom, or what they need. */
export type Need = 'grid' | 'cabinet' | 'breaker' | 'cable' | 'lift' | 'network' | 'mast';
export const NEEDS: Readonly<Record<FaultCause, Need>> = {
  feeder: 'grid',
  noSupply: 'grid',
  tripped: 'breaker',
  cabinetDark: 'cabinet',
  circuitDark: 'breaker',
  clock: 'cabinet',
  contactor: 'cabinet',
  gateway: 'network',
  cable: 'cable',
  light: 'lift',
  control: 'lift',
  leds: 'lift',
  driver: 'lift',
  radio: 'lift',
  mast: 'mast',
  lantern: 'lift',
};

/** Lamps that one group names: enough to choose those of a feeder on the map, and a message far below the broker's limit. */
export const LAMPS_NAMED = 5_000;
export const STREETS_NAMED = 5;

/** `room/v1/data/lampFaultGroup/<id>`: lamps that one repair mends, as far as reports tell. */
export const LampFaultGroup = z.object({
  v: z.literal(1),
  id: z.string().min(1).max(256),
  cause: z.enum(FAULT_CAUSES),
  lamps: z.int().min(1),
  /** all lamps that its cabinet or circuit feeds, where the cause is there */
  fed: z.int().min(1).optional(),
  cabinet: CabinetId.optional(),
  /** where several went dark together: how many */
  cabinets: z.int().min(2).optional(),
  circuit: z.string().max(256).optional(),
  /** those with most of its lamps first; `moreStreets` are not named */
  streets: z.array(z.string().max(200)).max(STREETS_NAMED),
  moreStreets: z.int().min(0),
  commune: z.string().max(200).optional(),
  /** of a lamp in the middle of them */
  position: Position,
  /** when the first of them was seen to be at fault */
  since: Instant,
  named: z.array(LampId).min(1).max(LAMPS_NAMED),
});
export type LampFaultGroup = z.infer<typeof LampFaultGroup>;

/** `room/v1/data/repairTrip/room`: the stops that repair most lamps for the way, in their order. */
export const RepairTrip = z.object({
  v: z.literal(1),
  id: z.literal('room'),
  stops: z
    .array(
      z.object({
        group: z.string().min(1).max(256),
        /** from the stop before, m; 0 for the first */
        metres: z.number().nonnegative(),
        /** along streets, or as the crow flies where no way is known */
        by: z.enum(['streets', 'straight']),
      }),
    )
    .max(50),
});
export type RepairTrip = z.infer<typeof RepairTrip>;
