import { expect, test } from 'vitest';
import { ticket as sample } from '../../../../tests/support/ticket.ts';
import type { Candidate, Otherwise } from '../../../shared/advice/nearest-unit.ts';
import { RoomUnit } from '../../../shared/unit/model.ts';
import { instant } from '../../../shared/wire/time.ts';
import { createTranslate } from '../../lib/i18n/index.tsx';
import type { Row } from '../desk/index.ts';
import { questionsOf } from './questions.ts';
import {
  candidateWords,
  distanceWords,
  oldWords,
  otherwiseWords,
  proposalWords,
  timeWords,
} from './words.ts';

const t = createTranslate('fr');
const at = instant(0);
const unit = (id: string, callSign: string) =>
  RoomUnit.parse({ v: 1, id, callSign, service: 'police', kind: 'car', skills: [], status: 'available', at });
const candidate = (more: Partial<Candidate>): Candidate => ({
  unit: unit('veh-7', 'PM 07'),
  travel: { metres: 264, seconds: 98, by: 'streets' },
  fits: { kind: 'service' },
  load: 0,
  ageMs: 2_000,
  hindrances: [],
  ...more,
});

test.each([
  [4, '10 s'],
  [52, '50 s'],
  [58, '1 min'],
  [98, '1 min 40'],
  [290, '4 min 50'],
  [540, '9 min'],
])('%i s are said to be %s: no more exact than an estimate is', (seconds, words) => {
  expect(timeWords(t, seconds).replaceAll(/\s/g, ' ')).toBe(words);
});

test('a position looks as old as it is from two minutes on; without the hub it does at once', () => {
  const words = (ageMs: number, lost: boolean) => oldWords({ t, locale: 'fr' }, ageMs, lost);
  expect(words(40_000, false)).toBeUndefined();
  expect(words(40_000, true)?.replaceAll(/\s/g, ' ')).toBe('état d’il y a 40 s');
  expect(words(190_000, false)?.replaceAll(/\s/g, ' ')).toBe('position d’il y a 3 min 10 s');
  expect(words(190_000, true)).toBe(words(190_000, false));
});

test('a distance that no street was followed for says so', () => {
  expect(distanceWords(t, { metres: 1_149, seconds: 1, by: 'straight' })).toMatch(/^1,1.km à vol d’oiseau$/);
  expect(distanceWords(t, { metres: 264, seconds: 1, by: 'streets' })).toMatch(/^260.m$/);
});

test.each<[string, Partial<Candidate>, RegExp]>([
  ['who is free', {}, /^libre, 260.m$/],
  ['who has something in hand', { hindrances: ['busy'], load: 2 }, /^2 interventions en cours, 260.m$/],
  [
    'who was silent',
    { hindrances: ['stale'], ageMs: 240_000 },
    /^libre, position d’il y a 4.min 00.s, 260.m$/,
  ],
  [
    'who has another trade and no place',
    { hindrances: ['unfit', 'unplaced'], travel: undefined },
    /^libre, autre spécialité, position inconnue$/,
  ],
  [
    'who has just refused another',
    {
      hindrances: ['refusedOther'],
      refusal: {
        ref: 'INT-2811-0067',
        at: instant(new Date(2026, 10, 28, 23, 45).getTime()),
        motive: 'pneu crevé',
      },
    },
    /^libre, a refusé 0067 à 23:45.: pneu crevé, 260.m$/,
  ],
])('%s is described by what decides', (_, more, words) => {
  expect(candidateWords({ t, locale: 'fr' }, candidate(more))).toMatch(words);
});

test('what would change the proposal is said', () => {
  expect(otherwiseWords(t, { kind: 'nearer', candidate: candidate({}), but: 'busy' })).toBe(
    'Autrement si PM 07, plus tôt sur place, était libre.',
  );
  expect(otherwiseWords(t, { kind: 'next', candidate: candidate({}), later: 80 })).toMatch(
    /^Ensuite PM 07, 1.min 20 plus tard\.$/,
  );
});

test('a proposal gives its true reason: the first to be there, or kept though another is a little sooner', () => {
  const proposed = candidate({ unit: unit('veh-9', 'PM 21') });
  const words = (otherwise: Otherwise | undefined) =>
    proposalWords(t, { candidates: [], proposed, otherwise }).replaceAll(/\s/g, ' ');
  expect(words(undefined)).toBe(
    'PM 21 est proposée : la première sur place de celles qui sont libres et compétentes.',
  );
  expect(words({ kind: 'level', candidate: candidate({}), sooner: 20 })).toBe(
    'PM 21 reste proposée : libre et compétente. PM 07 serait là 20 s plus tôt : la proposition ne change pas pour 30 s ou moins.',
  );
});

test('an owner is told of refusals and of who was not told, on their own open tickets, and of who may go on to a closed one, by call sign', () => {
  const row = (id: string, mine: boolean, state: string, more: object = {}): [string, Row] => {
    const ticket = sample(id, {
      ref: `INT-2411-000${id}`,
      state: 'claimed',
      version: 2,
      assignments: [{ unit: 'veh-7', state, at, motive: 'pneu crevé' }],
      ...more,
    });
    return [id, { ticket, confirmed: ticket, pending: [], intents: [], mine, alarming: false }];
  };
  const calledBack = (state: string) => ({
    state: 'closed',
    outcome: 'done',
    closedAt: at,
    assignments: [{ unit: 'veh-7', state: 'accepted', at, recall: { state, at } }],
  });
  const rows = new Map([
    row('1', true, 'refused'),
    row('2', true, 'untold'),
    row('3', true, 'accepted'),
    row('4', false, 'refused'),
    row('5', true, 'refused', { state: 'closed', outcome: 'done', closedAt: at }),
    row('6', true, 'accepted', calledBack('heard')),
    row('7', true, 'accepted', calledBack('silent')),
    row('8', false, 'accepted', calledBack('silent')),
  ]);
  const said = [...questionsOf(rows, new Map([['veh-7', unit('veh-7', 'PM 07')]]), t).values()].map(
    ({ words }) => words,
  );
  expect(said).toHaveLength(3);
  expect(said[0]).toMatch(/^0001.: PM 07 refuse.: pneu crevé$/);
  expect(said[1]).toMatch(/^0002.: PM 07 pas prévenue$/);
  expect(said[2]).toMatch(/^0007.: PM 07 n’a pas confirmé son rappel.: rappelez-la par radio$/);
});
