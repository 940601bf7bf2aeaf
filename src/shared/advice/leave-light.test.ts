import { describe, expect, it } from 'vitest';
import { ticket } from '../../../tests/support/ticket.ts';
import type { Position } from '../geo/position.ts';
import { TICKET_KINDS } from '../ticket/kinds.ts';
import { leavesLight, lightForbidden } from './leave-light.ts';

it('wants light left as it is where gas is smelt or wires hang bare', () => {
  const left = TICKET_KINDS.map(({ id }) => id).filter((kind) => leavesLight({ kind }));
  expect(left).toEqual(['gasSmell', 'exposedWires']);
});

const PLACE: Position = [5.04, 47.32];
/** so many metres to the north */
const off = (metres: number): Position => [PLACE[0], PLACE[1] + metres / 111_195];
const at = (position: Position | undefined, over: object) =>
  ticket('a', { place: { label: 'x', ...(position && { position }) }, ...over });

describe('light about one lamp', () => {
  it.each([
    ['gas within 200 m', off(195), { kind: 'gasSmell' }, 'gas'],
    ['wires within 50 m', off(45), { kind: 'exposedWires' }, 'wires'],
    ['gas farther off', off(205), { kind: 'gasSmell' }, undefined],
    ['wires farther off', off(55), { kind: 'exposedWires' }, undefined],
    ['gas that is over', off(0), { kind: 'gasSmell', state: 'closed' }, undefined],
    ['gas of which nobody knows where', undefined, { kind: 'gasSmell' }, undefined],
    ['something else', off(0), { kind: 'fight' }, undefined],
  ] as const)('%s', (_what, position, over, why) => {
    expect(lightForbidden([PLACE], [at(position, over)])?.why).toBe(why);
  });

  it('is forbidden by one of many tickets and for one of many lamps', () => {
    const [fight, gas] = [at(PLACE, { kind: 'fight' }), at(off(300), { kind: 'gasSmell' })];
    expect(lightForbidden([PLACE, off(150)], [fight, gas])?.ticket).toBe(gas);
  });
});
