import { PhoneIncoming } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { masked } from '../../../shared/call/masked.ts';
import { quietSince, type RoomCall } from '../../../shared/call/model.ts';
import { authorize } from '../../../shared/rights/authorize.ts';
import { millis } from '../../../shared/wire/time.ts';
import { useNow } from '../../lib/clock/index.ts';
import { clockTime, useLanguage, wholeDuration } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { useRoomData } from '../../lib/room-data/index.ts';
import { play } from '../../lib/sound/index.ts';
import { Banner, Button } from '../../ui/index.ts';
import { ticketsOf, useDesk, useViewer } from '../desk/index.ts';
import { isStale, useLink } from '../link/index.ts';
import { useSettings } from '../settings/index.ts';
import { Connecting } from './Connecting.tsx';
import { connectingFor, ringingAt } from './rings.ts';
import { useAnswer } from './use-answer.ts';
import { useMissed } from './use-missed.ts';

interface RingStripProps {
  /** a call was taken: its ticket is to be filled in */
  readonly onAnswered: (ticket: string) => void;
  /** a call ended before it could be: its ticket says who is to be called back */
  readonly onMissed: (ticket: string) => void;
  /** nobody may be on the line: who called is to be called back */
  readonly onCallBack: (ticket: string) => void;
}

/** A telephone that rings at this seat: who, on which line, for how long, what they have reported before. */
export function RingStrip({ onAnswered, onMissed, onCallBack }: RingStripProps) {
  const { seat, me } = useViewer();
  const calls = useRoomData((data) => data.call);
  const now = useNow();
  const may = me !== undefined && authorize(me, 'call.answer', { kind: 'call' }).ok;
  const [first, ...more] = may ? ringingAt(calls.values(), seat, now) : [];
  const connecting = connectingFor(calls.values(), seat);
  const { answer, busy } = useAnswer(onAnswered);
  const miss = useMissed({ onAnswered, onMissed });
  const run = () => (first === undefined ? miss() : void answer(first));
  // The key outlives the strip: who presses it a moment too late must not find that it does nothing.
  useShortcut(
    {
      keys: 'h',
      shown: 'H',
      label: 'calls.key.answer',
      ...(first ? {} : { manner: 'speech', unlisted: true }),
      run,
    },
    may,
  );
  useRing(first?.id);
  if (first !== undefined)
    return <Ringing key={first.id} call={first} more={more.length} busy={busy === first.id} onAnswer={run} />;
  return connecting === undefined ? null : (
    <Connecting key={connecting.id} call={connecting} onCallBack={onCallBack} />
  );
}

/** It asks for a head to turn: once for each call, never again by itself. */
function useRing(id: string | undefined): void {
  const volume = useRef(0);
  volume.current = useSettings((settings) => settings.volume);
  useEffect(() => {
    if (id !== undefined) play('ring', volume.current);
  }, [id]);
}

interface RingingProps {
  readonly call: RoomCall;
  /** how many others ring */
  readonly more: number;
  /** the room has been asked for it */
  readonly busy: boolean;
  readonly onAnswer: () => void;
}

function Ringing({ call, more, busy, onAnswer }: RingingProps) {
  const { t, locale } = useLanguage();
  const now = useNow();
  const stale = useLink((link) => isStale(link.state));
  const tickets = useDesk((desk) => desk.tickets);
  const quiet = stale ? undefined : quietSince(call, now);
  const known = ticketsOf(tickets, call.number);
  const name = known.find(({ caller }) => caller?.name !== undefined)?.caller?.name;
  const words = t('calls.known', { n: known.length });
  // Without the hub nobody knows whether it still does.
  const rings = {
    strong: stale
      ? t('calls.rang', { time: clockTime(millis(call.rangAt)) })
      : t('calls.rings', { age: wholeDuration(now - millis(call.rangAt), locale) }),
    quiet: call.missed ? t('calls.missed') : call.line && t('calls.line', { line: call.line }),
  };
  const caller = {
    strong: name === undefined ? words : t('calls.knownAs', { name, known: words }),
    quiet: known[0]?.title,
  };
  const facts = [
    // What has to be done now stands first, and the line has room for it.
    ...(stale ? [{ strong: t('calls.stale'), quiet: t('calls.alone') }] : []),
    ...(quiet === undefined
      ? []
      : [{ strong: t('calls.quiet', { time: clockTime(quiet) }), quiet: t('calls.maybeNobody') }]),
    rings,
    ...(known.length === 0 || stale ? [] : [caller]),
    ...(more === 0 ? [] : [{ strong: t('calls.more', { n: more }) }]),
  ];
  const who = call.number === undefined ? t('calls.unknown') : masked(call.number);
  return (
    <Banner kind="news" icon={PhoneIncoming} title={who} facts={facts}>
      {!stale && (
        <Button
          size="large"
          look={quiet === undefined ? 'primary' : 'secondary'}
          shortcut="H"
          disabled={busy}
          onClick={onAnswer}
        >
          {t(busy ? 'calls.answering' : quiet === undefined ? 'calls.answer' : 'calls.answerAnyway')}
        </Button>
      )}
    </Banner>
  );
}
