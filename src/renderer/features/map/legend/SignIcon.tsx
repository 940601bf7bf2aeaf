import type { ReactNode } from 'react';
import type { Sign } from './signs.ts';

const dot = (name: string, r: number) => <circle r={r} fill={`var(--lamp-${name})`} />;
const around = (colour: string, r: number, dashes?: string) => (
  <circle r={r} fill="none" stroke={`var(--${colour})`} strokeWidth={1.5} strokeDasharray={dashes} />
);

const DRAWN: Readonly<Record<Sign['name'], ReactNode>> = {
  level4: dot('4', 5),
  level3: dot('3', 4.4),
  level2: dot('2', 3.7),
  level1: dot('1', 3.2),
  off: <circle r={4} fill="none" stroke="var(--lamp-0)" />,
  noNews: (
    <rect x={-5} y={-5} width={10} height={10} fill="none" stroke="var(--lamp-lost)" strokeWidth={1.5} />
  ),
  fault: <path d="M-5-5 5 5M-5 5 5-5" stroke="var(--lamp-fault)" strokeWidth={2} strokeLinecap="round" />,
  presence: (
    <>
      {dot('3', 3)}
      <circle r={6} fill="none" stroke="var(--lamp-4)" strokeOpacity={0.6} />
    </>
  ),
  override: (
    <>
      {dot('3', 3)}
      {around('lamp-override', 7)}
    </>
  ),
  commanded: (
    <>
      {dot('3', 3)}
      {around('commanded', 7, '3.3 2.2')}
    </>
  ),
  acknowledged: (
    <>
      {dot('3', 3)}
      {around('acknowledged', 7)}
      <path d="M0-7A7 7 0 0 0 0 7V4.5A4.5 4.5 0 0 1 0-4.5Z" fill="var(--acknowledged)" />
    </>
  ),
  behind: (
    <>
      {dot('3', 3)}
      {around('lamp-fault', 7, '3.3 2.2')}
    </>
  ),
};

/** A sign as the map draws it, a bit larger. */
export function SignIcon({ name }: { readonly name: Sign['name'] }) {
  return (
    <svg className="map-sign" viewBox="-9 -9 18 18" width={18} height={18} aria-hidden="true">
      {DRAWN[name]}
    </svg>
  );
}
