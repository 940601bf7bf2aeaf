import type { calls as fr } from '../fr/calls.ts';

/** Calls, promises to call back, answers to who reported. */
export const calls: Record<keyof typeof fr, string> = {
  'desk.op.ticket.promise': 'Promise a call back',
  'desk.op.ticket.keep': 'Called back',
  'desk.op.ticket.revoke': 'Withdraw the promise to call back',
  'desk.event.ticket.promised': 'Call back promised by {who} for {due}',
  'desk.event.ticket.kept': 'Called back by {who}',
  'desk.event.ticket.revoked': 'Promise to call back withdrawn by {who}',
  'desk.event.ticket.told': 'Answer sent',
};
