import { initial } from './001-initial.ts';
import { retention } from './002-retention.ts';
import { commandBySeat } from './003-command-by-seat.ts';
import { sessionClock } from './004-session-clock.ts';
import { units } from './005-units.ts';
import { ticketText } from './006-ticket-text.ts';
import { shifts } from './007-shifts.ts';
import { procedures } from './008-procedures.ts';
import { phoneCall } from './009-phone-call.ts';
import { answers } from './010-answers.ts';
import { advice } from './011-advice.ts';
import { lampOverride } from './012-lamp-override.ts';
import { alarm } from './013-alarm.ts';
import { attachments } from './014-attachments.ts';
import { inventory } from './015-inventory.ts';
import { queueViews } from './016-queue-views.ts';
import { lightingPlan } from './017-lighting-plan.ts';
import { energy } from './018-energy.ts';
import { lampAtFault } from './019-lamp-at-fault.ts';
import { lampHistory } from './020-lamp-history.ts';
import { lampResend } from './021-lamp-resend.ts';
import { inventoryStaged } from './022-inventory-staged.ts';
import { keptSelections } from './023-kept-selections.ts';
import { planVersions } from './024-plan-versions.ts';
import { alarmPast } from './025-alarm-past.ts';
import { planCommand } from './026-plan-command.ts';
import { crossings } from './027-crossings.ts';
import { lampPreemption } from './028-lamp-preemption.ts';
import { forPostgres, forSqlite } from './step.ts';

/** All steps in order; a step that has shipped is never edited. */
const steps = [
  initial,
  retention,
  commandBySeat,
  sessionClock,
  units,
  ticketText,
  shifts,
  procedures,
  phoneCall,
  answers,
  advice,
  lampOverride,
  alarm,
  attachments,
  inventory,
  queueViews,
  lightingPlan,
  energy,
  lampAtFault,
  lampHistory,
  lampResend,
  inventoryStaged,
  keptSelections,
  planVersions,
  alarmPast,
  planCommand,
  crossings,
  lampPreemption,
];

export const migrations = steps.map(forSqlite);
export const postgresMigrations = steps.map(forPostgres);
