export const seats = {
  'seats.nowhere': 'at no seat',
  'seats.at': '{n, plural, one {seat {seats}} other {seats {seats}}}',
  'seats.notThere': '{name} sits at no seat: nothing changes before they answer.',
  'seats.notThereSince': '{name} has sat at no seat since {time}: nothing changes before they answer.',
} as const;
