import { z } from 'zod';
import { SeatId } from '../../shared/ids.ts';
import { BaseMapConfig } from './base-map.ts';
import { Brokers } from './brokers.ts';
import { loadConfig } from './load.ts';

/** An origin, scheme, host and port and nothing else: what a CSP can name. */
const Origin = z
  .url({ protocol: /^https?$/ })
  .refine(
    (url) => new URL(url).origin === url,
    'must be an origin: scheme, host and port only, without a slash',
  )
  .refine(
    (url) => url.startsWith('https:') || /^http:\/\/(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:\d+)?$/.test(url),
    'outside loopback, video must be https',
  );

/** The configuration file of a seat; `resources/config/seat.example.yaml` explains each line to IT. */
export const SeatConfig = z.strictObject({
  /** certificate name or user name of this PC at the broker: decides which topics it may write */
  seat: SeatId,
  /** as the operator reads it after « Poste »; the seat's id where absent */
  label: z.string().min(1).max(40).optional(),
  /** tried in turn: mqtt://host:port or mqtts://host:port */
  brokers: Brokers,
  /** a broker that fell silent is noticed after one and a half of it */
  keepaliveSeconds: z.int().min(2).max(60).default(10),
  /** a seat that hears no hub for so long, at a broker that answers, looks for it at the next one */
  moveOnAfterSeconds: z.int().min(5).max(3_600).default(60),
  username: z.string().optional(),
  /** file that holds the password and nothing else, readable by this account only */
  passwordFile: z.string().optional(),
  tls: z.strictObject({ ca: z.string(), cert: z.string().optional(), key: z.string().optional() }).optional(),
  video: z.strictObject({ origins: z.array(Origin).max(50) }).default({ origins: [] }),
  /** the streets of the inventory are drawn where absent, and nothing is fetched */
  baseMap: BaseMapConfig.optional(),
  locale: z.enum(['fr', 'en']).default('fr'),
  theme: z.enum(['night', 'day', 'system']).default('night'),
  /** folder for the seat's databases; the application's own data folder where absent */
  dataDir: z.string().optional(),
  log: z
    .strictObject({ level: z.enum(['debug', 'info', 'warn', 'error']).default('info') })
    .default({ level: 'info' }),
});
export type SeatConfig = z.infer<typeof SeatConfig>;

export const seatFiles = [
  'passwordFile',
  'tls.ca',
  'tls.cert',
  'tls.key',
  'dataDir',
  'baseMap.file',
  'baseMap.keyFile',
  'baseMap.ca',
] as const;

/** @throws ConfigError */
export const loadSeatConfig = (path: string | undefined): SeatConfig =>
  loadConfig(path, SeatConfig, { files: seatFiles });
