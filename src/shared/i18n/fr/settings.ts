export const settings = {
  'settings.title': 'Réglages et diagnostic',
  'settings.personal': 'Vos réglages, gardés sur ce poste',
  'settings.language': 'Langue',
  'settings.language.fr': 'Français',
  'settings.language.en': 'English',
  'settings.theme': 'Thème',
  'settings.theme.night': 'Nuit',
  'settings.theme.day': 'Jour',
  'settings.theme.system': 'Comme le système',
  'settings.letters': 'Raccourcis du clavier',
  'settings.letters.alone': 'Une touche seule : C, U, 1',
  'settings.letters.alt': 'Avec Alt, Ctrl pour les chiffres',
  'settings.volume': 'Volume des alertes : {percent} %',
  'settings.volumeNote':
    'Le son ne signale que trois choses : un appel qui sonne, un nouveau P1, le lien perdu.',
} as const;
