import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestPerson } from '../support/hub.ts';
import type { CrewSeat } from './crew-messages.ts';

export const seatNames = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `seat-${String(n + 1).padStart(2, '0')}`);

/** Two for each seat, by day and by night; every fifth seat is a supervisor's. */
export function staffOf(seats: readonly string[]): readonly TestPerson[] {
  return seats.flatMap((seat, n) =>
    ['jour', 'nuit'].map((shift) => ({
      id: `${seat}-${shift}`,
      name: `Personne ${seat} ${shift}`,
      role: n % 5 === 0 ? ('supervisor' as const) : ('operator' as const),
      domains: [],
    })),
  );
}

interface Place {
  readonly brokerUrl: string;
  readonly secret: string;
  readonly folder: string;
}

/** Makes a seat's folder, with its password. @param aheadMs of its clock */
export function furnish(
  seat: string,
  { brokerUrl, secret, folder }: Place,
  people: readonly TestPerson[],
  aheadMs = 0,
): CrewSeat {
  mkdirSync(folder, { recursive: true });
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, secret, { mode: 0o600 });
  const own = people.filter(({ id }) => id.startsWith(`${seat}-`));
  return {
    seat,
    brokerUrl,
    username: seat,
    passwordFile,
    folder,
    people: own.map(({ id, role }) => ({ id, supervises: role === 'supervisor' })),
    aheadMs,
  };
}
