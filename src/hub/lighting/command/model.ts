import type { CommandId, LampId, PersonId, SeatId, TicketId } from '../../../shared/ids.ts';
import type { LampSelection } from '../../../shared/lamp/override.ts';
import type { TicketEventType } from '../../../shared/ticket/model.ts';
import type { Instant } from '../../../shared/wire/time.ts';

/** What was commanded, as the store has it from the transaction of its command on. */
export interface Order {
  /** of its command, and of the override that it begins */
  readonly id: CommandId;
  readonly ticket?: TicketId;
  readonly motive?: string;
  readonly street: string;
  readonly selection?: LampSelection;
  /** lamps that were asked for and stay as an intervention wants them */
  readonly spared?: number;
  readonly person: PersonId;
  readonly seat: SeatId;
  /** 0–1 */
  readonly level: number;
  readonly at: Instant;
  readonly until: Instant;
  readonly expiresAt: Instant;
}

/** When its lamps go back: by a command, or because its end has come. `cmd` is that of the field's command. */
export interface Release {
  readonly cmd: CommandId;
  readonly at: Instant;
  /** absent where the end came: gateways go back by themselves, and are told only where they don't */
  readonly expiresAt?: Instant;
}

/** Lamps that had not followed are commanded anew, to the same level and end; gateways know it by its own `cmd`. */
export interface Resend {
  readonly cmd: CommandId;
  readonly at: Instant;
  readonly expiresAt: Instant;
  /** lamp → %, its safety floor now, of those whose level is below */
  readonly floors: readonly (readonly [LampId, number])[];
}

/** How far one lamp has come in the phase of its override. */
export interface LampTrack {
  /** % as last known before it was commanded; absent where it had never been heard of */
  readonly before?: number;
  /** %; it burns at that, its safety floor, where the order is below */
  readonly floor?: number;
  /** `waiting`: its order has not left yet, or not anew */
  readonly word: 'waiting' | 'sent' | 'acknowledged' | 'refused';
  /** ms; what is observed earlier proves nothing */
  readonly sentAt?: number;
  /** its gateway has taken the order once, whatever it said when it was told again */
  readonly taken?: true;
  /** that said that it goes on with the order before by itself when this one ends */
  readonly goesOn?: true;
  /** the later order that counts on it now: when that ends this one does again, if its own end has not come */
  readonly under?: CommandId;
  /** ms; an order over it ended then, and this one counts again. Its gateway is told so as `cmd`, until the end of the order */
  readonly againAt?: number;
  /** by which its gateway knows that, or a message that is for some of its lamps only */
  readonly cmd?: CommandId;
  /** what comes after has changed since its gateway was told: it has yet to be told, as this */
  readonly amend?: CommandId;
  /** it was told so as this, and has not said that it has heard: it may yet go on with what has been given back */
  readonly amended?: CommandId;
  /** that has not been heard by the end of the order: how it burns proves nothing, it is told to go back in any case */
  readonly astray?: true;
  /** the gateway's word where it refused */
  readonly code?: string;
  /** % as observed since it was sent */
  readonly level?: number;
  /** % as it had last said when its order left, where nothing was wrong with it */
  readonly stood?: number;
  /** that was said too long before */
  readonly old?: true;
}

/** What a lamp last said of itself. */
export interface LastReport {
  /** % */
  readonly level: number;
  /** ms, when it was observed */
  readonly at: number;
  /** nothing speaks against it: it has been heard of lately enough, is fed, and is in order */
  readonly sound: boolean;
}

/** An override with each of its lamps. */
export interface Track {
  readonly order: Order;
  /** the latest time that it was commanded anew */
  readonly resend?: Resend;
  readonly release?: Release;
  /** ms in which nothing but the pace of messages kept some of this phase: see `expiryOf`. Not kept on disk */
  readonly pacedMs?: number;
  readonly lamps: ReadonlyMap<LampId, LampTrack>;
  /** the time to follow is over, or all have: told of once in each phase */
  readonly judged: boolean;
}

/** What the ticket's timeline shall say of an override, as it stood then. */
export interface Told {
  readonly track: Track;
  readonly type: Extract<TicketEventType, 'lamp.commanded' | 'lamp.observed' | 'lamp.released'>;
  /** a later order lies over its last lamps */
  readonly taken?: true;
  /** on so many lamps it counts again; where it is released, the order before it */
  readonly counting?: number;
}
