import { answerRead, stepRead } from '../../../shared/procedure/as-read.ts';
import type { StepMark } from '../../../shared/procedure/mark.ts';
import { type Answer, type Procedure, type Step, textIn } from '../../../shared/procedure/model.ts';
import { authorize } from '../../../shared/rights/authorize.ts';
import type { Ticket } from '../../../shared/ticket/model.ts';
import type { StepArgs } from '../../../shared/wire/command.ts';
import { useDesk, useViewer } from '../desk/index.ts';

/** What may be done on the checklist of a ticket; each answers whether it was kept. */
export interface StepActions {
  /** whether this person may mark steps at all */
  readonly may: boolean;
  readonly done: (step: Step, answer?: Answer) => Promise<boolean>;
  readonly skip: (step: Step, motive: string) => Promise<boolean>;
  readonly undo: (mark: StepMark) => Promise<boolean>;
  /** follows this one from now on */
  readonly follow: (procedure: Procedure) => Promise<boolean>;
}

const refOf = ({ id, version }: Procedure) => ({ id, version });

/** @param procedure that is shown; marks name its version */
export function useSteps(ticket: Ticket, procedure: Procedure | undefined): StepActions {
  const act = useDesk((desk) => desk.act);
  const { me } = useViewer();
  const step = (args: StepArgs, motive?: string) =>
    act('ticket.step', ticket.id, args, motive === undefined ? {} : { motive });
  return {
    may: me !== undefined && authorize(me, 'ticket.step', { kind: 'ticket' }).ok,
    done: async (one, answer) =>
      procedure !== undefined &&
      step({
        mark: 'done',
        procedure: refOf(procedure),
        step: stepRead(one),
        ...(answer && { answer: answerRead(answer) }),
      }),
    skip: async (one, motive) =>
      procedure !== undefined &&
      step(
        { mark: 'skipped', procedure: refOf(procedure), step: stepRead(one) },
        motive === '' ? undefined : motive,
      ),
    undo: (mark) => step({ mark: 'none', procedure: mark.procedure, step: mark.step, undo: mark.cmd }),
    follow: (next) =>
      act('ticket.procedure', ticket.id, {
        procedure: refOf(next),
        title: textIn(next.title, 'fr'),
        ...(ticket.procedure && { instead: ticket.procedure }),
      }),
  };
}
