import { pino } from 'pino';
import { lineFor } from './line.ts';

/** What the code logs with: `log.info({ ticket }, 'claimed')`. */
export type Log = pino.Logger;
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export interface LogOptions {
  /** The program: `hub`, `city`, `seat`. */
  readonly name: string;
  readonly level?: LogLevel;
  /** Where whole lines go; stderr when left out. */
  readonly write?: (line: string) => void;
  /** One readable line in place of JSON; by default when stderr is a terminal. */
  readonly readable?: boolean;
}

const secrets = ['proof', 'pin', 'password', 'passphrase', 'secret', 'token', 'privateKey'];
/** pino matches paths of a fixed depth: commands and configurations are no deeper than this. */
const redacted = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]);

/** A logger that writes one line per event and never a PIN, proof or password. */
export function createLog({ name, level = 'info', write, readable = process.stderr.isTTY }: LogOptions): Log {
  const out = write ?? ((line: string) => void process.stderr.write(line));
  return pino(
    {
      name,
      level,
      redact: { paths: redacted, censor: '[secret]' },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      base: undefined,
    },
    { write: readable ? (line: string) => out(lineFor(line)) : out },
  );
}
