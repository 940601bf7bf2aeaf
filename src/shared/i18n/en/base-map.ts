import type { baseMap as french } from '../fr/base-map.ts';

export const baseMap: Record<keyof typeof french, string> = {
  'baseMap.title': 'Base map',
  'baseMap.credit.of': 'map of {date}',
  'baseMap.credit.cutOff': 'map server cannot be reached',
  'baseMap.credit.missing': 'base map incomplete here',

  'baseMap.none':
    'No base map is configured: the streets of the inventory are drawn, and nothing is asked of the network.',
  'baseMap.unusable': 'The configured base map cannot be used; the streets of the inventory are drawn.',
  'baseMap.file': 'File',
  'baseMap.fileFacts': '{file}, {size} MB',
  'baseMap.of': 'Date of the map',
  'baseMap.attribution': 'Source',
  'baseMap.zooms': 'Zooms',
  'baseMap.zoomsFacts': '{min, number} to {max, number}',
  'baseMap.server': 'Server',
  'baseMap.reach': 'Answer of the server',
  'baseMap.reach.untried': 'nothing asked of it since the start',
  'baseMap.reach.up': 'answers, last at {time}',
  'baseMap.reach.down': 'has not answered since {time} ({why})',
  'baseMap.kept': 'Kept on this seat',
  'baseMap.keptFacts': '{tiles, plural, one {# tile} other {# tiles}}, {size} MB of {limit} MB',
  'baseMap.oldest': 'Oldest tile',
  'baseMap.noTile': 'no tile',
  'baseMap.refused': 'Answers refused',
  'baseMap.refusedFacts': '{n, plural, one {# answer was} other {# answers were}} no picture',
  'baseMap.unkept': 'Tiles not kept',
  'baseMap.unkeptFacts':
    '{n, plural, one {# tile} other {# tiles}} refused by the disk, or that the server forbids to keep',

  'baseMap.prefetch': 'Fetch the whole area',
  'baseMap.prefetch.why':
    'So that the base map is there without a network. It can be stopped at any time: what has come stays, and it goes on from there.',
  'baseMap.prefetch.count': 'Count what it takes',
  'baseMap.prefetch.counting': 'Counting',
  'baseMap.prefetch.plan':
    '{wanted, plural, =0 {Nothing to fetch} one {# tile to fetch} other {# tiles to fetch}} of {total, number}: about {size} MB, {time} at the configured pace.',
  'baseMap.prefetch.begin': 'Fetch',
  'baseMap.prefetch.resume': 'Go on',
  'baseMap.prefetch.forget': 'Leave it',
  'baseMap.prefetch.stop': 'Stop',
  'baseMap.prefetch.policy': 'The rules of this server forbid to fetch a whole area.',
  'baseMap.prefetch.size':
    'The whole area, about {size} MB, is more than the base map may take ({limit} MB): configure a smaller area, fewer zooms or more room.',
  'baseMap.prefetch.running':
    '{done, number} of {total, number} tiles{failed, plural, =0 {} one {, # failed} other {, # failed}}',
  'baseMap.prefetch.whole':
    'Done at {time}: {done, number} of {total, number} tiles{failed, plural, =0 {} one {, # failed} other {, # failed}}.',
  'baseMap.prefetch.cancelled': 'Stopped at {time}: {done, number} of {total, number} tiles.',
  'baseMap.prefetch.halted':
    'Given up at {time} ({why}): {done, number} of {total, number} tiles. What has come stays.',
};
