import { commandOf, faultNames, LampCommand, LampState } from '../../../shared/lamp/state.ts';
import type { Translate } from '../../lib/i18n/index.tsx';

const COMMAND_WORDS = {
  [LampCommand.none]: undefined,
  [LampCommand.commanded]: 'map.lamp.commanded',
  [LampCommand.acknowledged]: 'map.lamp.acknowledged',
  [LampCommand.refused]: 'map.lamp.refused',
} as const;
/** Its time to follow is over. */
const BEHIND_WORDS = {
  [LampCommand.none]: 'map.lamp.behindUnsent',
  [LampCommand.commanded]: 'map.lamp.behindUnanswered',
  [LampCommand.acknowledged]: 'map.lamp.behind',
  [LampCommand.refused]: 'map.lamp.refused',
} as const;

const faultWords = (t: Translate, faults: number): readonly string[] =>
  faultNames(faults).map((name) => t(`map.fault.${name}`));

/** What is particular about a lamp beside being on, off or at fault. */
function traits(t: Translate, state: number): readonly string[] {
  const words = state & LampState.behind ? BEHIND_WORDS : COMMAND_WORDS;
  const command = words[commandOf(state)];
  return [
    ...(state & LampState.override ? [t('map.lamp.override')] : []),
    ...(state & LampState.presence ? [t('map.lamp.presence')] : []),
    ...(command ? [t(command)] : []),
  ];
}

/** « allumé, lanterne cassée »: where the level stands apart. @param state,faults bits of shared/lamp/state.ts */
export function stateWords(t: Translate, state: number, faults: number): string {
  if (state & LampState.neverSeen) return t('map.lamp.noNews');
  const names = faultWords(t, faults);
  return [
    t(state & LampState.on ? 'map.lamp.on' : 'map.lamp.off'),
    ...(state & LampState.fault && names.length === 0 ? [t('map.lamp.fault')] : names),
    ...traits(t, state),
  ].join(', ');
}

/** « allumé 60 % », « en défaut : lanterne cassée, éteint », « sans nouvelles »: a lamp in one line of a list. */
export function lampLine(t: Translate, state: number, level: number, faults: number): string {
  if (state & LampState.neverSeen) return t('map.lamp.noNews');
  const light = state & LampState.on ? t('map.lamp.onAt', { level }) : t('map.lamp.off');
  const names = faultWords(t, faults).join(', ');
  const trouble = names !== '' ? t('map.lamp.faultOf', { names }) : t('map.lamp.faulty');
  const troubled = names !== '' || (state & LampState.fault) !== 0;
  return [...(troubled ? [trouble] : []), light, ...traits(t, state)].join(', ');
}
