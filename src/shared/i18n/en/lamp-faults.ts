export const lampFaults = {
  'faults.section': 'Faults',
  'faults.none': 'No fault of the lighting is known',
  'faults.noneWhy':
    'Faults are read from what lamps and cabinets say: broken, dark at night, burning by day, power out of band, silent.',
  'faults.list': 'Faults, by likely cause',
  'faults.counts':
    '{lamps, plural, one {# lamp} other {# lamps}}, {groups, plural, one {# repair} other {# repairs}}',
  'faults.where': 'Where',
  'faults.lamps': 'Lamps',
  'faults.since': 'Seen for at least',
  'faults.cause': 'Likely cause, and why',
  'faults.need': 'What it takes',
  'faults.cabinet': 'cabinet {id}',
  'faults.cabinets': '{n} cabinets',
  'faults.moreStreets': '{n, plural, one {and another street} other {and # other streets}}',
  'faults.more': '{n, plural, one {Another repair is} other {# other repairs are}} not in the list.',
  'faults.named': 'Show {n, plural, one {the lamp} other {the # lamps}}',
  'faults.namedSome': 'Show {n} of the {all} lamps',
  'faults.cause.feeder':
    '{cabinets, plural, one {One cabinet} other {# cabinets}} went dark together: what feeds them is at fault.',
  'faults.cause.noSupply': 'The cabinet says that it has no supply.',
  'faults.cause.tripped': 'The cabinet says that circuit {circuit} tripped.',
  'faults.cause.cabinetDark': '{n} lamps of the cabinet’s {fed} dark together: its supply or its control.',
  'faults.cause.circuitDark': '{n} lamps of the {fed} of circuit {circuit} dark together: circuit cut.',
  'faults.cause.clock': '{n} lamps of the cabinet’s {fed} burn by day: its clock or its relay.',
  'faults.cause.contactor':
    '{n} lamps of the {fed} of circuit {circuit} burn by day: the circuit’s contactor.',
  'faults.cause.gateway': '{n} lamps of the cabinet’s {fed} silent: its gateway or its link.',
  'faults.cause.cable': '{n} lamps dark in a street, same cabinet: cable or joint between them.',
  'faults.cause.light':
    '{n, plural, one {One lantern} other {# lanterns, each for itself}}: LED module or driver.',
  'faults.cause.control':
    '{n, plural, one {The only one burning} other {# scattered lamps burning}} by day: control of the lantern.',
  'faults.cause.leds':
    '{n, plural, one {Power} other {Power of # lanterns}} too low for its level: some of the LEDs are dead.',
  'faults.cause.driver':
    '{n, plural, one {Power} other {Power of # lanterns}} too high for its level: a driver that wears out.',
  'faults.cause.radio':
    '{n, plural, one {The only one} other {# scattered lamps}} silent, the cabinet answers: communication module.',
  'faults.cause.mast': '{n, plural, one {Column reported damaged.} other {# columns reported damaged.}}',
  'faults.cause.lantern': '{n, plural, one {Lantern reported broken.} other {# lanterns reported broken.}}',
  'faults.need.grid': 'Grid operator, then an electrician at the cabinet',
  'faults.need.breaker': 'Electrician: check the circuit before switching on again',
  'faults.need.cabinet': 'Electrician at the cabinet',
  'faults.need.cable': 'Cable fault location',
  'faults.need.lift': 'Aerial lift',
  'faults.need.network': 'Network technician at the cabinet',
  'faults.need.mast': 'Make safe, then replace the column',
  'faults.trip': 'The trip that repairs most',
  'faults.tripFigures':
    '{lamps, plural, one {# lamp} other {# lamps}} in {stops, plural, one {# stop} other {# stops}}, {km, number, ::.0} km, {rate, number, ::.0} a km',
  'faults.tripOne': '{lamps, plural, one {# lamp} other {# lamps}} in one stop',
  'faults.tripWhy':
    'The first stop repairs most lamps. Each next one is the one that repairs most for the way to it. Proposed, without looking further than the next stop.',
  'faults.tripStraight': 'as the crow flies',
  'faults.stop': '{lamps, plural, one {# lamp} other {# lamps}}',
  'faults.stopAfter': '{lamps, plural, one {# lamp} other {# lamps}}, {km, number, ::.0} km on',
  'faults.led': 'Conversion to LED, plan against done',
  'faults.ledCounts': '{done} of {all} lamps are LED',
  'faults.ledWhy': 'As the inventory says: a day of conversion that is past, to come, or missing.',
  'faults.led.place': 'District, then street',
  'faults.led.done': 'Converted',
  'faults.led.undated': 'LED, no day known',
  'faults.led.planned': 'Planned',
  'faults.led.rest': 'Neither done nor planned',
  'faults.led.streets': 'Streets with some left',
  'faults.led.left': '{street}: {planned} planned, {rest} neither done nor planned',
} as const;
