/** Calls, promises to call back, answers to who reported. */
export const calls = {
  'desk.op.ticket.promise': 'Promettre un rappel',
  'desk.op.ticket.keep': 'Rappel fait',
  'desk.op.ticket.revoke': 'Retirer la promesse de rappel',
  'desk.event.ticket.promised': 'Rappel promis par {who} pour {due}',
  'desk.event.ticket.kept': 'Rappel fait par {who}',
  'desk.event.ticket.revoked': 'Promesse de rappel retirée par {who}',
  'desk.event.ticket.told': 'Réponse envoyée',
} as const;
