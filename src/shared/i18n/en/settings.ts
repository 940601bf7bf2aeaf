import type { settings as fr } from '../fr/settings.ts';

export const settings: Record<keyof typeof fr, string> = {
  'settings.title': 'Settings and diagnostics',
  'settings.personal': 'Your settings, kept on this seat',
  'settings.language': 'Language',
  'settings.language.fr': 'Français',
  'settings.language.en': 'English',
  'settings.theme': 'Theme',
  'settings.theme.night': 'Night',
  'settings.theme.day': 'Day',
  'settings.theme.system': 'As the system',
  'settings.letters': 'Keyboard shortcuts',
  'settings.letters.alone': 'A key alone: C, U, 1',
  'settings.letters.alt': 'With Alt, Ctrl for digits',
  'settings.volume': 'Volume of alerts: {percent}%',
  'settings.volumeNote': 'Sound announces three things only: a call that rings, a new P1, the link lost.',
};
