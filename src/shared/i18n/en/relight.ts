/** A street relit: the order, what cabinets say of it, what is observed. */
export const relight = {
  'desk.event.lamp.commanded': 'Lighting commanded by {who}',
  'desk.event.lamp.observed': 'Lighting observed',
  'desk.event.lamp.released': 'Lighting given back to its programme by {who}',
} as const;
