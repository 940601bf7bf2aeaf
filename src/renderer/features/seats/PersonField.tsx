import { useState } from 'react';
import type { Person } from '../../../shared/rights/model.ts';
import { type Whereabouts, whereabouts } from '../../../shared/seat/presence.ts';
import type { SeatSeen } from '../../../shared/seat/seen.ts';
import { type Instant, millis } from '../../../shared/wire/time.ts';
import { momentOf, type Translate, useLanguage } from '../../lib/i18n/index.tsx';
import { Combobox } from '../../ui/index.ts';
import { matching, useSession } from '../session/index.ts';
import { useHearing } from './hearing.ts';
import { useSeats } from './store.ts';

interface PersonFieldProps {
  readonly label: string;
  /** what it means to name somebody, where they are there */
  readonly hint: string;
  /** who can't be chosen, by id */
  readonly except: readonly string[];
  /** the person named, by id; undefined while what is typed names nobody */
  readonly onName: (person: string | undefined) => void;
}

const NOBODY: readonly Person[] = [];
const NO_SEATS: readonly SeatSeen[] = [];

/** Names a colleague who works on tickets, and says beside each where they sit; who sits nowhere is warned about. */
export function PersonField({ label, hint, except, onName }: PersonFieldProps) {
  const { t, locale } = useLanguage();
  const people = useSession(({ view }) => view?.people) ?? NOBODY;
  const seats = useSeats(({ list }) => list) ?? NO_SEATS;
  const hearing = useHearing();
  const [text, setText] = useState('');
  const others = people.filter(({ id, role }) => role !== 'it' && !except.includes(id));
  const where = (person: string) => whereWords(t, whereabouts(person, seats, hearing));
  const chosen = others.find(({ name }) => name === text);
  const absent = chosen === undefined ? undefined : whereabouts(chosen.id, seats, hearing);
  const absenceWords = (name: string, leftAt: Instant | undefined): string =>
    leftAt === undefined
      ? t('seats.notThere', { name })
      : t('seats.notThereSince', { name, time: momentOf(millis(leftAt), Date.now(), locale) });
  const write = (typed: string) => {
    setText(typed);
    onName(others.find(({ name }) => name === typed)?.id);
  };
  return (
    <Combobox
      label={label}
      hint={absent?.seats.length === 0 ? absenceWords(text, absent.leftAt) : hint}
      value={text}
      options={matching(others, text).map(({ id, name, role }) => ({
        id,
        label: name,
        detail: [t(`role.${role}`), where(id)].join(' · '),
      }))}
      emptyLabel={t('session.noMatch')}
      onType={write}
      onChoose={(option) => write(option.label)}
    />
  );
}

/** « poste 14 », « postes 14, 15 » or « sans poste » */
const whereWords = (t: Translate, { seats }: Whereabouts): string =>
  seats.length === 0
    ? t('seats.nowhere')
    : t('seats.at', { n: seats.length, seats: seats.map(({ seat }) => shortSeat(seat)).join(', ') });

/** « 14 » of « seat-14 »: as people call it. */
export const shortSeat = (seat: string): string => seat.replace(/^(?:seat|poste)[-_ ]?/i, '');
