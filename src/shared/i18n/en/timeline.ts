import type { timeline as fr } from '../fr/timeline.ts';

/** What has happened to a ticket, line by line. */
export const timeline: Readonly<Record<keyof typeof fr, string>> = {
  'desk.event.withNote': '{sentence}: “{note}”',
  'desk.event.ticket.created': 'Opened by {who}',
  'desk.event.ticket.claimed': 'Claimed by {who}',
  'desk.event.ticket.released': 'Released by {who}',
  'desk.event.ticket.assigned':
    '{units}: assigned by {who}{voice, select, yes {, told by radio or telephone} untold {, not told} other {}}',
  'desk.event.ticket.noted': '{mine, select, yes {Your note} other {Note by {who}}}',
  'desk.event.ticket.prioritised': 'Changed to P{priority} by {who}',
  'desk.event.ticket.linked': 'Linked to another by {who}',
  'desk.event.ticket.unlinked': 'Unlinked from another by {who}',
  'desk.event.ticket.merged': 'Merged into another by {who}',
  'desk.event.ticket.closed': 'Closed by {who}, {outcome}',
  'desk.event.ticket.reopened': 'Reopened by {who}',
  'desk.event.ticket.takenOver': 'Taken over by {who}',
  'desk.event.ticket.handedOver': 'Offered to {to} by {who}',
  'desk.event.ticket.accepted': 'Accepted by {who}',
  'desk.event.ticket.declined': 'Declined by {who}',
  'desk.event.ticket.withdrawn': 'Offer withdrawn by {who}',
  'desk.event.seatGone': 'Back in the queue: whoever held it was no longer at their seat',
  'desk.event.ticket.acknowledged': 'Acknowledged by {who}',
  'desk.event.ticket.returned': '{returned}, as lamps and cabinets say',
  'desk.event.ticket.stepDone': 'Step “{subject}” done by {who}{answered, select, yes {: {choice}} other {}}',
  'desk.event.closedWithout':
    '{sentence}, {n, plural, one {mandatory step skipped} other {mandatory steps skipped}}: {steps}; motive: “{motive}”',
  'desk.event.ticket.stepSkipped': 'Step “{subject}” skipped by {who}',
  'desk.event.ticket.stepUndone': 'Step “{subject}” reopened by {who}',
  'desk.event.ticket.attached': 'File “{subject}” attached by {who}',
  'desk.event.ticket.detached': 'File “{subject}” taken off by {who}',
  'desk.event.ticket.fileHeld': 'File “{subject}” received by the hub',
  'desk.event.ticket.procedureChosen': 'Procedure “{subject}” chosen by {who}',
  'desk.event.ticket.amended': 'Corrected by {who}',
  'desk.event.ticket.grown': 'The alarm says now: {what}',
};
