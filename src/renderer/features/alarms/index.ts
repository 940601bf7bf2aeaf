export { AlarmsPage } from './AlarmsPage.tsx';
export { isLoud, useAlarmLoad, useAlarmLoadOf, useWaitingAlarms } from './use-load.ts';
