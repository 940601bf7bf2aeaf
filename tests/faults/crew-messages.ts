import type { ReplyCode } from '../../src/shared/wire/reply.ts';

/** A seat of a crew, as its process is told. */
export interface CrewSeat {
  readonly seat: string;
  readonly brokerUrl: string;
  readonly username: string;
  readonly passwordFile: string;
  readonly folder: string;
  /** who may sit there, in turn */
  readonly people: readonly { readonly id: string; readonly supervises: boolean }[];
  /** how far its clock is ahead, ms */
  readonly aheadMs: number;
}

export interface CrewStart {
  readonly seats: readonly CrewSeat[];
  /** everybody of the room */
  readonly people: readonly string[];
  readonly seed: number;
  /** of its process, from 1: what its operators do in the second is not what they did in the first */
  readonly life: number;
  /** between two deeds of one operator, ms on average */
  readonly thinkMs: number;
}

export type ToCrew =
  | { readonly type: 'work'; readonly on: boolean }
  | { readonly type: 'clock'; readonly seat: string; readonly aheadMs: number }
  | { readonly type: 'stand' | 'tell'; readonly ask: number };

/** A command that a seat has on its disk. */
export interface KeptCommand {
  readonly seat: string;
  readonly cmd: string;
  readonly op: string;
  /** id of the ticket or the handover */
  readonly target: string;
  /** of a note, and whom it is for */
  readonly text?: string;
  readonly to?: string;
}

export interface Stand {
  readonly seat: string;
  readonly hub: string;
  /** what waits for the hub: commands, and what is to be left to the supervisors */
  readonly pending: number;
  readonly lastSeq: number;
}

/** All that a seat knows at the end. */
export interface SeatWord extends Stand {
  /** ticket → digest of it */
  readonly tickets: Readonly<Record<string, string>>;
  /** sequences of the events in all timelines, in order */
  readonly events: readonly number[];
  /** what its outbox lists */
  readonly listed: readonly {
    readonly cmd: string;
    readonly state: string;
    /** whether its author sits there */
    readonly sits: boolean;
    readonly code?: ReplyCode;
    readonly field?: string;
  }[];
}

export type FromCrew =
  | { readonly type: 'ready' }
  | ({ readonly type: 'kept' } & KeptCommand)
  /** somebody takes note of a refused or held command, whose row goes */
  | { readonly type: 'dismissing'; readonly seat: string; readonly cmd: string }
  | { readonly type: 'restored'; readonly seat: string }
  /** an engine has logged an error, or its process failed */
  | { readonly type: 'trouble'; readonly line: string }
  | { readonly type: 'stands'; readonly ask: number; readonly seats: readonly Stand[] }
  | { readonly type: 'words'; readonly ask: number; readonly seats: readonly SeatWord[] };
