import type { EnergyAnswer, EnergyWish } from '../../shared/ipc/energy.ts';
import { askPages, type PagesOn } from '../link/ask-pages.ts';

/** A year of streets is added up within a second or two; before it others may be answered. */
const TIMEOUT_MS = 20_000;

/** Asks the hub what lamps used: a seat keeps only what the room is told. */
export async function askEnergy(wish: EnergyWish, on: PagesOn): Promise<EnergyAnswer> {
  const heard = await askPages<'energy'>({ type: 'energy', ...wish }, TIMEOUT_MS, on);
  if (heard.kind !== 'found') return heard;
  return { kind: 'found', rows: heard.pages.flatMap(({ rows }) => rows) };
}
