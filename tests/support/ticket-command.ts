import { TicketCommand } from '../../src/shared/wire/command.ts';
import { instant } from '../../src/shared/wire/time.ts';

let made = 0;
/** The id of a command, another one each time. */
export const nextId = (): string => `01938e8a-0000-7000-8000-${String(++made).padStart(12, '0')}`;

/** A command on the first version of T-1, as a seat sends it. */
export const command = (op: string, args: object, motive?: string): TicketCommand =>
  TicketCommand.parse({
    v: 1,
    cmd: nextId(),
    session: 's',
    op,
    target: { type: 'ticket', id: 'T-1' },
    exp: 1,
    args,
    madeAt: instant(0),
    ...(motive === undefined ? {} : { motive }),
  });
