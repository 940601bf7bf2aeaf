/** The palette, a street's lamps, and the tile of a camera on the map. */
export const palette = {
  'palette.key.open': 'Chercher, commander',
  'palette.key.close': 'Fermer ce qui est ouvert sur la carte',
  'palette.title': 'Chercher, commander',
  'palette.placeholder': 'Intervention, caméra, rue, lieu, procédure, lampadaire…',
  'palette.hint':
    'Des mots dans n’importe quel ordre, avec ou sans accents ; un lampadaire par trois caractères de son numéro.',
  'palette.results': 'Résultats',
  'palette.none': 'Rien de ce nom. Essayez moins de mots.',
  'palette.found': '{n, plural, =0 {aucun résultat} one {# résultat} other {# résultats}}',
  'palette.kind.ticket': 'Interventions',
  'palette.kind.camera': 'Caméras',
  'palette.kind.unit': 'Équipes',
  'palette.kind.street': 'Rues',
  'palette.kind.landmark': 'Lieux',
  'palette.kind.crossing': 'Passages piétons',
  'palette.kind.procedure': 'Procédures',
  'palette.kind.lamp': 'Lampadaires',
  'palette.kind.command': 'Commandes',
  'palette.theme': 'Thème : {theme}',
  'palette.language': 'Langue : {language}',

  'palette.streetLamps': 'Lampadaires, {street}',
  'palette.lamps': 'Lampadaires de la rue',
  'palette.lampCount':
    '{n, plural, one {# lampadaire} other {# lampadaires}}{faulty, plural, =0 {} other {, # en défaut}}',
  'palette.closeStreet': 'Fermer la liste des lampadaires',
  'palette.noLamp': 'Aucun lampadaire connu ici',
  'palette.noLampDetail': 'L’inventaire n’en connaît aucun dans cette rue.',

  'palette.cameraTile': 'Caméra {camera}',
  'palette.closeCamera': 'Fermer la caméra',
} as const;
