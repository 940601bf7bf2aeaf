export const palette = {
  'palette.key.open': 'Search, command',
  'palette.key.close': 'Close what is open on the map',
  'palette.title': 'Search, command',
  'palette.placeholder': 'Ticket, camera, street, lamp, command…',
  'palette.hint': 'Words in any order, accents or none; a lamp by three characters of its number.',
  'palette.results': 'Results',
  'palette.none': 'Nothing of that name. Try fewer words.',
  'palette.found': '{n, plural, =0 {no result} one {# result} other {# results}}',
  'palette.kind.ticket': 'Tickets',
  'palette.kind.camera': 'Cameras',
  'palette.kind.unit': 'Units',
  'palette.kind.street': 'Streets',
  'palette.kind.lamp': 'Lamps',
  'palette.kind.command': 'Commands',
  'palette.theme': 'Theme: {theme}',
  'palette.language': 'Language: {language}',

  'palette.streetLamps': 'Lamps, {street}',
  'palette.lamps': 'Lamps of the street',
  'palette.lampCount':
    '{n, plural, one {# lamp} other {# lamps}}{faulty, plural, =0 {} other {, # at fault}}',
  'palette.closeStreet': 'Close the list of lamps',
  'palette.noLamp': 'No lamp known here',
  'palette.noLampDetail': 'The room’s inventory has none under this street’s name.',

  'palette.cameraTile': 'Camera {camera}',
  'palette.closeCamera': 'Close the camera',
} as const;
