import { z } from 'zod';
import { Brokers } from '../node/config/brokers.ts';
import { readNamedFile } from '../node/config/named-file.ts';
import { type AttachmentLimits, MOST_FILES, USUAL_LIMITS } from '../shared/attachment/limits.ts';
import { LARGEST_FILE } from '../shared/attachment/model.ts';
import { EnergyConfig } from '../shared/energy/config.ts';
import { SeatId } from '../shared/ids.ts';
import { Person } from '../shared/rights/model.ts';
import { TargetsConfig } from '../shared/ticket/targets.ts';
import { HistoryConfig } from './lamp-history/config.ts';
import { JudgeConfig } from './lighting/judge/config.ts';
import type { StorePlace } from './store/store.ts';

const seconds = (fallback: number) => z.number().positive().max(86_400).default(fallback);

/** At least what the wire contract promises. */
const days = (least: number, fallback: number) => z.int().min(least).max(3_650).default(fallback);

const MEGABYTE = 1_000_000;

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** Addresses that only this machine can call. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i;

const POSTGRES = /^postgres(?:ql)?:\/\//;
const PASSWORD_ELSEWHERE = 'a password does not belong in it: name a storePasswordFile';
const isWithoutPassword = (store: string): boolean =>
  !POSTGRES.test(store) || (URL.canParse(store) && new URL(store).password === '');

/** The configuration file of a hub; `resources/config/hub.example.yaml` explains each line to IT. */
export const HubConfig = z.strictObject({
  /** names this hub on `room/v1/hub/<id>` and to the broker */
  id: z.string().min(1).max(100).default('hub'),
  /** file of the store, made when missing; or a database: postgres://user@host:port/name */
  store: z.string().min(1).default('hub.db').refine(isWithoutPassword, PASSWORD_ELSEWHERE),
  storePassword: z.string().optional(),
  /** file that holds the password of the database and nothing else */
  storePasswordFile: z.string().optional(),
  mqtt: z.strictObject({
    /** tried in turn: mqtt://host:port or mqtts://host:port */
    brokers: Brokers,
    username: z.string().optional(),
    password: z.string().optional(),
    /** file that holds the password and nothing else */
    passwordFile: z.string().optional(),
    tls: z
      .strictObject({ ca: z.string(), cert: z.string().optional(), key: z.string().optional() })
      .optional(),
  }),
  /** lamps: JSON array or NDJSON of dictionaries, one for each district */
  inventory: z.string().optional(),
  /** cabinets (`id`, `position`, `street`, `commune`), in the same forms */
  cabinets: z.string().optional(),
  /** pedestrian crossings (`id`, `position`, `street`, `commune`), in the same forms */
  crossings: z.string().optional(),
  /** street graphs, one for each district, in the same forms */
  streets: z.string().optional(),
  /** ground of the base map (water, parks, railways), in the same forms */
  ground: z.string().optional(),
  /** places that people name (stops, schools, squares …), in the same forms */
  landmarks: z.string().optional(),
  /** `stops.txt` of a GTFS: the stops of the transport network are such places too */
  gtfsStops: z.string().optional(),
  /** cameras: JSON array or NDJSON of catalogue entries */
  cameras: z.string().optional(),
  /** folder of procedures, one YAML file each; without it those that come with the program */
  procedures: z.string().optional(),
  people: z
    .array(Person.omit({ v: true }))
    .superRefine((people, issues) => {
      const known = new Set<string>();
      for (const [i, { id }] of people.entries()) {
        if (known.has(id)) issues.addIssue({ code: 'custom', path: [i, 'id'], message: 'stands twice' });
        known.add(id);
      }
    })
    .default([]),
  /** language of what the hub itself writes into tickets */
  locale: z.enum(['fr', 'en']).default('fr'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'no time zone of that name, such as Europe/Paris')
    .default('Europe/Paris'),
  desk: z
    .strictObject({
      /** a seat gone for this long gives its tickets back */
      absentAfterSeconds: seconds(600),
      /** a command made longer ago is refused; commands are remembered for 7 days at least, so none counts twice */
      lateHours: z.number().positive().max(168).default(72),
      viewMinutes: z.number().positive().max(720).default(60),
      /** what one seat may send: commands a second on average, and at once */
      commandsPerSecond: z.number().positive().default(100),
      commandBurst: z.int().positive().default(1_000),
    })
    .prefault({}),
  /** times to claim, assign, arrive and close, minutes, where they are other than the defaults */
  targets: TargetsConfig.prefault({}),
  lighting: z
    .strictObject({
      /** file of programmes, calendars and floors; without it the hub programmes no cabinet */
      plan: z.string().optional(),
      /** a demo's night may be by day: minutes by which its lamps live ahead of the clock */
      aheadMinutes: z.int().min(-1_440).max(1_440).default(0),
      /** a lamp not heard of for this long is silent; lamps report at dusk and dawn at least */
      silentAfterHours: z.number().positive().default(25),
      /** a presence that is not told of again for this long has ended */
      presenceMinutes: z.number().positive().max(1_440).default(10),
      /** how long lamps may be out of their programme at most */
      overrideHours: z.number().positive().max(72).default(12),
      /** how long a lamp has to follow an order, and to go back at its end, before it is named */
      followSeconds: seconds(30),
      /** messages to gateways a second: one is for many lamps of a cabinet */
      ordersPerSecond: z.number().positive().default(100),
      faultSettleSeconds: seconds(20),
      faultQuietSeconds: seconds(5),
      faultLongestSeconds: seconds(60),
      /** with this many of its lamps a cabinet is dark: one ticket */
      faultGroupFrom: z.int().min(2).default(4),
      /** faults that no lamp says of itself; minutes */
      judge: JudgeConfig.prefault({}),
      history: HistoryConfig.prefault({}),
    })
    .prefault({}),
  energy: EnergyConfig.prefault({}),
  alarms: z
    .strictObject({
      /** how long an alarm may be shelved at most */
      shelfMinutes: z
        .int()
        .min(1)
        .max(7 * 24 * 60)
        .default(8 * 60),
    })
    .prefault({}),
  attachments: z
    .strictObject({
      /** of one file, at most */
      fileMegabytes: z
        .number()
        .min(0.001)
        .max(LARGEST_FILE / MEGABYTE)
        .default(USUAL_LIMITS.fileBytes / MEGABYTE),
      /** files on one ticket */
      perTicket: z.int().min(1).max(MOST_FILES).default(USUAL_LIMITS.perTicket),
    })
    .prefault({}),
  intake: z
    .strictObject({
      /** what one source may send a minute on average, and at once */
      perMinute: z.number().positive().default(120),
      burst: z.int().positive().default(200),
      /** what telephony may send; a call is three messages */
      callsPerMinute: z.number().positive().default(600),
      callBurst: z.int().positive().default(1_000),
    })
    .prefault({}),
  calls: z
    .strictObject({
      /** line that was called → seats at which it rings; a line that is not named rings at all of them */
      lines: z.record(z.string().min(1).max(100), z.array(SeatId).min(1).max(500)).default({}),
      /** rung for so long, a call is a ticket in the queue too */
      unansweredSeconds: seconds(60),
      /** a call is shown for so long after its end */
      shownSeconds: seconds(60),
    })
    .prefault({}),
  /** what those who reported are told; the words that come with the hub where absent */
  answers: z.string().optional(),
  retention: z
    .strictObject({
      commandDays: days(7, 30),
      eventDays: days(30, 90),
      personalDays: days(30, 365),
      /** sums of what lamps used: by hour, and by day */
      energyHourDays: days(2, 35),
      energyDayDays: days(31, 1_826),
      /** how lamps were, and passages by street and hour: 13 months, so that a night is seen beside that of a year ago */
      lampHistoryDays: days(2, 396),
      passageHourDays: days(2, 396),
    })
    .prefault({})
    .refine(({ commandDays, eventDays, personalDays }) => personalDays >= Math.max(commandDays, eventDays), {
      path: ['personalDays'],
      error: 'commands and events tell of people too: no less than commandDays and eventDays',
    }),
  http: z
    .strictObject({
      host: z.string().default('127.0.0.1'),
      port: z.int().min(0).max(65_535).default(8_790),
      token: z.string().min(16).optional(),
      /** names beside loopback ones that requests may use in their Host header */
      hosts: z.array(z.string()).default([]),
    })
    .refine(({ host, token }) => token !== undefined || LOOPBACK.test(host), {
      path: ['host'],
      message: 'listens beyond this machine: set http.token (VIGIE_HUB_HTTP_TOKEN), or use 127.0.0.1',
    })
    .prefault({}),
  log: z.strictObject({ level: z.enum(['debug', 'info', 'warn', 'error']).default('info') }).prefault({}),
});
export type HubConfig = z.infer<typeof HubConfig>;

/** What files this room lets in. */
export const fileLimits = ({ attachments }: Pick<HubConfig, 'attachments'>): AttachmentLimits => ({
  fileBytes: Math.floor(attachments.fileMegabytes * MEGABYTE),
  perTicket: attachments.perTicket,
});

export const hubFiles = [
  'store',
  'storePasswordFile',
  'mqtt.passwordFile',
  'mqtt.tls.ca',
  'mqtt.tls.cert',
  'mqtt.tls.key',
  'inventory',
  'cabinets',
  'crossings',
  'streets',
  'ground',
  'landmarks',
  'gtfsStops',
  'cameras',
  'procedures',
  'answers',
  'lighting.plan',
] as const;

/**
 * Where the hub's store is.
 * @throws ConfigError where the file of its password can't be read
 */
export function placeOf({ store, storePassword, storePasswordFile }: HubConfig): StorePlace {
  if (!POSTGRES.test(store)) return store;
  const password =
    storePasswordFile === undefined
      ? storePassword
      : readNamedFile(storePasswordFile, 'storePasswordFile').trim();
  return { url: store, password };
}
