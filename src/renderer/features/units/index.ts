/** Field units: who is near, who goes, what they were told and answered. */
export { AssignForm } from './AssignForm.tsx';
export { useUnitNews } from './news.ts';
export { UnitStrip } from './UnitStrip.tsx';
export { UnitsSection } from './UnitsSection.tsx';
export { useNearestAdvice } from './use-advice.ts';
export { useMoment, useUnits } from './use-units.ts';
