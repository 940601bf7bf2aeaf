import { z } from 'zod';
import { CommandId } from '../../shared/ids.ts';
import { Command } from '../../shared/wire/command.ts';
import type { CommandReply, ReplyCode } from '../../shared/wire/reply.ts';

/** What a seat sent: a command, or why it is none with what to answer (nothing where it has no usable id). */
export type Parsed =
  | { readonly ok: true; readonly command: Command }
  | {
      readonly ok: false;
      readonly reason: 'schema' | 'version';
      readonly field: string;
      readonly message: string;
      readonly reply?: CommandReply;
    };

const Versioned = z.object({ v: z.number() });

/** A refusal that changed nothing and isn't kept. */
export const refusal = (cmd: CommandId, code: ReplyCode, field?: string): CommandReply => ({
  v: 1,
  cmd,
  ok: false,
  code,
  ...(field === undefined ? {} : { field: field.slice(0, 300) }),
});

/** Judges what came as JSON on a seat's command topic, once. */
export function parseCommand(value: unknown): Parsed {
  const id = z.object({ cmd: CommandId }).safeParse(value).data?.cmd;
  const answered = (code: ReplyCode, field: string) =>
    id === undefined ? {} : { reply: refusal(id, code, field) };
  const version = Versioned.safeParse(value).data?.v;
  if (version !== undefined && version !== 1) {
    const message = `version ${version}, known: 1`;
    return { ok: false, reason: 'version', field: 'v', message, ...answered('UNSUPPORTED_VERSION', 'v') };
  }
  const parsed = Command.safeParse(value);
  if (parsed.success) return { ok: true, command: parsed.data };
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') || 'command';
  const message = issue?.message ?? 'not a command';
  return { ok: false, reason: 'schema', field, message, ...answered('INVALID', field) };
}
