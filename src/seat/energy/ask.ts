import { v7 as uuid } from 'uuid';
import type { EnergyAnswer, EnergyWish } from '../../shared/ipc/energy.ts';
import type { Correspondence } from '../link/correspondence.ts';
import type { Session } from '../session/session.ts';

/** A year of streets is added up within a second or two; before it others may be answered. */
const TIMEOUT_MS = 20_000;

export interface AskEnergyOptions {
  readonly letters: Pick<Correspondence, 'energy'>;
  readonly session: Pick<Session, 'current'>;
  readonly hubUp: () => boolean;
}

/** Asks the hub what lamps used: a seat keeps only what the room is told. */
export async function askEnergy(wish: EnergyWish, on: AskEnergyOptions): Promise<EnergyAnswer> {
  const session = on.session.current()?.session;
  if (session === undefined) return { kind: 'noSession' };
  if (!on.hubUp()) return { kind: 'away' };
  const query = { v: 1, query: uuid(), type: 'energy', session, ...wish } as const;
  const pages = await on.letters.energy(query, TIMEOUT_MS);
  const first = pages?.[0];
  if (pages === undefined || first === undefined) return { kind: 'silent' };
  if (!first.ok) return { kind: 'refused', code: first.code };
  return { kind: 'found', rows: pages.flatMap(({ rows }) => rows) };
}
