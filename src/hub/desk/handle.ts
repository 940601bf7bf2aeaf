import type { JournalFact } from '../../node/journal/chain.ts';
import { authorize, type Target } from '../../shared/rights/authorize.ts';
import type { Command } from '../../shared/wire/command.ts';
import { millis } from '../../shared/wire/time.ts';
import type { Unit } from '../store/unit.ts';
import { type Circumstance, type DeskContext, expired, type Outcome } from './context.ts';
import { authorOf, type Identity, identify } from './identify.ts';
import { journalizeCommand } from './journal.ts';

/** What somebody commands in a session. */
export type Signed = Exclude<Command, { op: `session.${string}` | 'refusal.leave' }>;
export type Known = Extract<Identity, { ok: true }>;

/** What one kind of command adds to what is done with all of them. */
export interface Handling {
  /** what it is about, as the main courante names it: `ticket:…` */
  readonly about: string;
  /** it acts on the world, if no longer ago than this, ms; without, it records, and counts when it comes late too */
  readonly withinMs?: number;
  /** what its author must have the right to act on; undefined where that does not exist, for `judge` to say */
  readonly target: Target | undefined;
  /** of an author who is known and may */
  readonly judge: (who: Known) => Promise<Outcome>;
  /** what the main courante says of it beside its code, refused or not */
  readonly told?: (outcome: Outcome) => JournalFact['payload'];
}

export interface Handled {
  readonly who: Identity;
  readonly outcome: Outcome;
}

/** Identified, in time, by right: then judged; and journalised whatever came of it. */
export async function handle(
  unit: Unit,
  command: Signed,
  on: Circumstance,
  desk: DeskContext,
  handling: Handling,
): Promise<Handled> {
  const { about, withinMs, judge, told } = handling;
  const who = await identify(unit, command, on, desk, withinMs === undefined ? 'counts' : 'refused');
  const outcome = who.ok ? (refusedAtOnce(command, on, handling, who) ?? (await judge(who))) : who.outcome;
  await journalizeCommand(unit, command, on, {
    target: about,
    ...authorOf(who),
    ...(command.motive === undefined ? {} : { motive: command.motive }),
    payload: { code: outcome.code, ...told?.(outcome) },
  });
  return { who, outcome };
}

/** What needs no look at what the command is about. */
function refusedAtOnce(
  command: Signed,
  on: Circumstance,
  { withinMs = Number.POSITIVE_INFINITY, target }: Handling,
  { person }: Known,
): Outcome | undefined {
  if (expired(command, on) || millis(on.at) - millis(command.madeAt) > withinMs) return { code: 'EXPIRED' };
  const verdict = target === undefined ? undefined : authorize(person, command.op, target);
  return verdict?.ok === false ? { code: 'FORBIDDEN', field: verdict.why } : undefined;
}
