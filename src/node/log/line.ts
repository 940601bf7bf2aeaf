import { inspect } from 'node:util';

function shown(value: unknown): string {
  if (typeof value === 'string') return /[\s"]/.test(value) ? JSON.stringify(value) : value;
  return inspect(value, { breakLength: Infinity, depth: 4 });
}

/** Turns pino's JSON into one readable line: `18:04:05.123 WARN hub link lost broker=…`. */
export function lineFor(json: string): string {
  const { time, level, name, msg, err, ...rest } = JSON.parse(json) as Record<string, unknown>;
  const facts = Object.entries(rest).map(([key, value]) => `${key}=${shown(value)}`);
  const stack = (err as { stack?: string } | undefined)?.stack;
  const head = [String(time).slice(11, 23), String(level).toUpperCase().padEnd(5), name, msg, ...facts];
  return `${head.filter((part) => part !== undefined).join(' ')}${stack ? `\n${stack}` : ''}\n`;
}
