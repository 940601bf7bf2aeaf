import { Alarm } from '../../src/shared/alarm/model.ts';
import { instant } from '../../src/shared/wire/time.ts';

export const ALARM_START = Date.UTC(2026, 10, 24, 2);

/** Lamps out at a cabinet, just raised. */
export const someAlarm = (more: object = {}): Alarm =>
  Alarm.parse({
    v: 1,
    id: 'cabinet:ARM-1',
    version: 1,
    source: { kind: 'cabinet', id: 'ARM-1' },
    priority: 2,
    title: '62 lampadaires en panne',
    place: { label: 'Secteur rue Monge', street: 'rue Monge', commune: 'Dijon' },
    lamps: 62,
    cabinets: ['ARM-1'],
    ticket: 'T-1',
    state: 'unacknowledged',
    active: true,
    raisedAt: instant(ALARM_START),
    occurrences: 1,
    transitions: [{ at: instant(ALARM_START), active: true }],
    shelfMinutes: 480,
    ...more,
  });
