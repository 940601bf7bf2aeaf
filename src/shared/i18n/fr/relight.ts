/** Une rue rallumée : l’ordre, ce qu’en disent les armoires, ce que l’on observe. */
export const relight = {
  'desk.event.lamp.commanded': 'Éclairage commandé par {who}',
  'desk.event.lamp.observed': 'Éclairage observé',
  'desk.event.lamp.released': 'Éclairage rendu à son programme par {who}',
} as const;
