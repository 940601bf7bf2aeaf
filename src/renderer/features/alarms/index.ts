export { AlarmsPage } from './AlarmsPage.tsx';
export { isLoud, useAlarmLoadOf, useWaitingAlarms } from './use-load.ts';
