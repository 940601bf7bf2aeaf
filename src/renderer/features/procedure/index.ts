export { ProcedureSection } from './ProcedureSection.tsx';
export { ProcedureWatch } from './ProcedureWatch.tsx';
export { SkippedSteps } from './SkippedSteps.tsx';
