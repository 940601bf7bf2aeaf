import { createHash } from 'node:crypto';
import type { CabinetId } from '../../../shared/ids.ts';
import { type LightingReach, MOST_LACKING } from '../../../shared/lighting/reach.ts';
import type { CabinetProgram, ProgramAck } from '../../../shared/wire/cabinet-program.ts';
import type { Instant } from '../../../shared/wire/time.ts';
import type { RoomData } from '../../edge/room-data.ts';

/** How often seats are told how far a plan has come. */
export const REACH_TURN_MS = 2_000;

/** Names the rules of a programme: the same ones have the same name at any time and of any hub. */
export const programId = (program: Omit<CabinetProgram, 'id' | 'incidents'>): string =>
  createHash('sha256').update(JSON.stringify(program)).digest('hex').slice(0, 16);

interface Wanted {
  readonly program: string;
  readonly since: Instant;
}

/** Which cabinets have the plan that is in force: what their gateways acknowledged, against what is wanted. */
export class ProgramReach {
  readonly #data: Pick<RoomData, 'put'>;
  #version: number | undefined;
  #wanted: ReadonlyMap<CabinetId, Wanted> = new Map();
  readonly #said = new Map<CabinetId, Pick<ProgramAck, 'program' | 'ok' | 'code'>>();

  constructor(data: Pick<RoomData, 'put'>) {
    this.#data = data;
  }

  /** @param since when what is new in it was brought into force */
  want(version: number, programs: ReadonlyMap<CabinetId, CabinetProgram>, since: Instant): void {
    const before = this.#wanted;
    this.#version = version;
    this.#wanted = new Map(
      [...programs].map(([cabinet, { id = '' }]) => {
        const known = before.get(cabinet);
        return [cabinet, known?.program === id ? known : { program: id, since }];
      }),
    );
  }

  acknowledged(cabinet: CabinetId, { program, ok, code }: ProgramAck): void {
    this.#said.set(cabinet, { program, ok, code });
  }

  /** Tells seats, where anything has changed. To be called each REACH_TURN_MS. */
  show(): void {
    if (this.#version === undefined) return;
    const lacking = [...this.#wanted].flatMap(([cabinet, { program, since }]) => {
      const said = this.#said.get(cabinet);
      if (said?.program !== program) return { cabinet, since };
      return said.ok ? [] : { cabinet, since, code: said.code };
    });
    this.#data.put('lightingReach', {
      v: 1,
      id: 'room',
      version: this.#version,
      cabinets: this.#wanted.size,
      taken: this.#wanted.size - lacking.length,
      lacking: lacking
        .toSorted((a, b) => a.since.localeCompare(b.since) || a.cabinet.localeCompare(b.cabinet))
        .slice(0, MOST_LACKING),
    } satisfies LightingReach);
  }
}
