import { z } from 'zod';
import { Brokers } from '../node/config/brokers.ts';

const share = z.number().min(0).max(1);

/** The configuration file of the demo city; `resources/config/city.example.yaml` explains each line. */
export const CityConfig = z.strictObject({
  /** the same seed gives the same city and the same course of events */
  seed: z.int().default(21),
  brokers: Brokers,
  /** without a hub for so long, at a broker that answers, the city looks for it at the next one, as seats do */
  moveOnAfterSeconds: z.int().min(5).max(3_600).default(60),
  username: z.string().optional(),
  passwordFile: z.string().optional(),
  clock: z
    .strictObject({
      /** local time the city's day begins at: `now`, or `HH:MM` (of today) */
      start: z.union([z.literal('now'), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)]).default('now'),
      /** seconds of the city's day in one second */
      speed: z.number().positive().max(3_600).default(1),
    })
    .default({ start: 'now', speed: 1 }),
  lamps: z
    .strictObject({
      /** share of lamps that are out of order at the start */
      faulty: z.number().min(0).max(1).default(0.004),
      /** new faults of single lamps an hour */
      faultsPerHour: z.number().min(0).default(2),
      /** circuits that trip an hour: all their lamps go dark at once */
      tripsPerHour: z.number().min(0).default(0.25),
      /** feeders that fail an hour: so many neighbouring cabinets lose their supply at once */
      feedersPerHour: z.number().min(0).default(0),
      feederCabinets: z.int().min(2).max(680).default(34),
      /** each lamp says its state again after so many seconds */
      heartbeat: z.number().positive().default(900),
      /** people walking at night, waking the lamps around them */
      walkers: z.int().min(0).max(2_000).default(60),
      /** share of lamps that say yes to an order and stay as they are, and that somebody has locked */
      lies: share.default(0.03),
      locked: share.default(0.01),
      /** share of cabinets whose gateway is slow to do what it is told, and that never does */
      slowCabinets: share.default(0.13),
      muteCabinets: share.default(0.02),
      /** share of lamps that say they are well and are never off, never lit, or take half their power */
      stuckOn: share.default(0),
      quietlyDark: share.default(0),
      weak: share.default(0),
      /** share of cabinets whose clock stands still: their lamps burn by day */
      stuckCabinets: share.default(0),
    })
    .prefault({}),
  units: z
    .strictObject({
      /** share of orders that a unit refuses, answers late, never answers */
      refuses: z.number().min(0).max(1).default(0.12),
      answersLate: z.number().min(0).max(1).default(0.1),
      neverAnswers: z.number().min(0).max(1).default(0.04),
    })
    .prefault({}),
  requests: z
    .strictObject({
      /** calls, citizens' reports and device faults a day */
      perDay: z.number().min(0).max(100_000).default(800),
      /** calls an hour that ring in the room, without a call centre before it */
      ringsPerHour: z.number().min(0).max(600).default(0),
      /** requests that stand waiting when the city starts */
      backlog: z.int().min(0).max(500).default(0),
      /** names this run of requests; the same one again sends the same again. The minute of the start where absent */
      series: z.string().max(60).optional(),
    })
    .prefault({}),
  /** folder where `--prepare` writes the files that a hub imports: lamps, streets, cameras */
  inventory: z.string().optional(),
  cameras: z
    .strictObject({
      host: z.string().default('127.0.0.1'),
      port: z.int().min(1).max(65_535).default(8_890),
      /** folder for the encoded loops */
      cache: z.string(),
      /** how many of the demo cameras; 0 for none */
      count: z.int().min(0).max(12).default(12),
      /** opens the switch that makes cameras fail, on loopback only */
      control: z.boolean().default(false),
    })
    .optional(),
  log: z.strictObject({ level: z.enum(['debug', 'info', 'warn', 'error']).default('info') }).prefault({}),
});
export type CityConfig = z.infer<typeof CityConfig>;

export const cityFiles = ['passwordFile', 'inventory', 'cameras.cache'] as const;
