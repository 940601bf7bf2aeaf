import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const templates = join(import.meta.dirname, '../../resources/mosquitto');
const template = (name: string): string => readFileSync(join(templates, name), 'utf8');

export interface BrokerFolder {
  /** To be given to `mosquitto -c`. */
  readonly configFile: string;
  /** User → password, new ones each time. */
  readonly secrets: Readonly<Record<string, string>>;
}

export interface PrepareOptions {
  /** Made if missing; its persistence file is left alone. */
  readonly folder: string;
  readonly port: number;
  readonly seats: readonly string[];
  /** Further users, with rights of their own in `acl`. */
  readonly users?: readonly string[];
  /** Lines added to the ACL file. */
  readonly acl?: string;
  readonly persistence?: boolean;
  /** Passwords to take over from another broker of the same room; new ones where absent. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly noDelay?: boolean;
}

/** A line of mosquitto's password file: PBKDF2 over SHA-512 with 101 rounds, marked `$7$`. */
function passwordLine(user: string, password: string): string {
  const salt = randomBytes(12);
  const hash = pbkdf2Sync(password, salt, 101, 64, 'sha512');
  return `${user}:$7$101$${salt.toString('base64')}$${hash.toString('base64')}\n`;
}

/** Writes configuration, rights and passwords of a demo broker, from the templates in resources/mosquitto. */
export function prepareBroker(options: PrepareOptions): BrokerFolder {
  const { folder, port, seats, users = [], acl = '', persistence = true, noDelay = true } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secrets = Object.fromEntries(
    ['hub', 'city', ...seats, ...users].map((user) => [
      user,
      options.secrets?.[user] ?? randomBytes(18).toString('base64url'),
    ]),
  );
  const files = {
    passwords: Object.entries(secrets)
      .map(([user, password]) => passwordLine(user, password))
      .join(''),
    acl: [
      template('room.acl'),
      ...seats.map((seat) => template('seat.acl').replaceAll('@SEAT@', seat)),
      `\n${acl}\n`,
    ].join(''),
    'mosquitto.conf': template('demo.conf')
      .replaceAll('@FOLDER@', folder)
      .replaceAll('@PORT@', String(port))
      .replace('persistence true', `persistence ${persistence}`)
      .replace('set_tcp_nodelay true', `set_tcp_nodelay ${noDelay}`),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o600 });
  return { configFile: join(folder, 'mosquitto.conf'), secrets };
}

/** @returns the broker's program, also where only root has /usr/sbin on its PATH; undefined if not installed */
export function findMosquitto(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const usual = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/sbin', 'C:\\Program Files\\mosquitto'];
  const name = process.platform === 'win32' ? 'mosquitto.exe' : 'mosquitto';
  return [...folders, ...usual].map((folder) => join(folder, name)).find((path) => existsSync(path));
}
