import { Call, CityEvent, Intake, TELEPHONY } from '../shared/wire/intake.ts';
import { filters, topics } from '../shared/wire/topic.ts';
import type { Inbox, Letter } from './edge/inbox.ts';
import type { Quota } from './edge/quota.ts';
import type { IntakeDesk } from './intake/intake.ts';

const MAX_BYTES = 64 * 1024;

/**
 * What the city sends that may open tickets. A message that is none of ours is answered too where it names its
 * source id, so that a source doesn't send it for ever.
 */
export function openFieldDoors(inbox: Inbox, desk: IntakeDesk, quota: Quota): readonly (() => void)[] {
  const refuse = (source: unknown, sourceId: unknown) => {
    if (typeof source !== 'string' || typeof sourceId !== 'string') return;
    if (source === '' || sourceId === '' || source.length > 100 || sourceId.length > 200) return;
    desk.refuse(source, sourceId);
  };
  const field = ({ value }: Letter, name: string): unknown =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  /** Not answered: the source sends again when the store has caught up. */
  const busy = ({ topic, facts }: Letter): boolean => {
    if (desk.busy) inbox.reject(topic, 'busy', 'too many reports wait for the store', facts.at);
    return desk.busy;
  };
  const door = { qos: 1, maxBytes: MAX_BYTES, quota } as const;
  return [
    // Each call has a topic of its own: no quota by source, the broker lets only telephony write here.
    inbox.messages(
      filters.calls,
      Call,
      { qos: 1, maxBytes: MAX_BYTES },
      (call, letter) => void (busy(letter) || desk.call(call)),
      (letter) => refuse(TELEPHONY, field(letter, 'callId') ?? letter.from),
    ),
    inbox.messages(
      topics.cityEvent(),
      CityEvent,
      door,
      (event, letter) => void (busy(letter) || desk.event(event)),
      (letter) => refuse(field(letter, 'source'), field(letter, 'sourceId')),
    ),
    inbox.messages(
      filters.intakes,
      Intake,
      door,
      (intake, letter) => void (busy(letter) || desk.intake(letter.from, intake)),
      (letter) => refuse(letter.from, field(letter, 'sourceId')),
    ),
  ];
}
