export { AlarmsPage } from './AlarmsPage.tsx';
export { isLoud, useAlarmLoad, useWaitingAlarms } from './use-load.ts';
