import type { link as fr } from '../fr/link.ts';

export const link: Record<keyof typeof fr, string> = {
  'link.broker': 'Broker',
  'link.hub': 'Hub',
  'link.video': 'Video',
  'link.unknown': 'waiting',
  'link.lostFor': 'lost, {age}',
  'link.cameras': '{up} of {all}',
  'link.camerasAt': '{up} of {all}, {age} ago',
  'link.camerasUnknown': 'state unknown',
  'link.noCameras': 'no camera',
  'link.voice.lost': 'Hub lost. Your commands are kept on this seat.',
  'link.voice.back': 'Hub is back.',
  'link.brokerGone': 'Broker unreachable for {age}',
  'link.hubGone': 'Hub unreachable for {age}',
  'link.youSee': 'You see the room as of {time}',
  'link.youSeeNothing': 'No data of the room on this seat',
  'link.live.hub': 'the broker still answers',
  'link.live.looking': 'looking at another broker',
  'link.live.broker': 'nothing comes from it any more',
  'link.kept': '{n, plural, =0 {No command waiting} one {# command kept here} other {# commands kept here}}',
  'link.keptDetail': '{n, plural, =0 {what you do will be kept} other {will leave by itself on return}}',
  'link.nextTry': 'next try in {age}',
  'link.trying': 'trying',
  'link.tryNow': 'Try now',
  'link.back': 'Link restored at {time}, after {age}',
  'link.backAgain': 'Link restored at {time}, {times} outages since {since}',
  'link.confirmed':
    '{n, plural, =0 {No command to confirm} one {# command confirmed} other {# commands confirmed}}',
  'link.refused': '{n, plural, one {# refused, to read} other {# refused, to read}}',
  'link.sending': '{n, plural, =0 {all have left} other {# still under way}}',
  'link.conflicts': '{n, plural, =0 {No conflict} one {# conflict to decide} other {# conflicts to decide}}',
  'link.seeChanged': 'See',
  'link.changedOne':
    '{ref} {title}{state, select, closed {, closed} claimed {, claimed} inProgress {, in progress} other {, free}}',
  'link.changed':
    '{n, plural, =0 {nothing changed meanwhile} one {# ticket changed meanwhile} other {# tickets changed meanwhile}}',
};
