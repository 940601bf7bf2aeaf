import { Call, CityEvent, Intake, TELEPHONY } from '../shared/wire/intake.ts';
import { filters, topics } from '../shared/wire/topic.ts';
import type { HubConfig } from './config.ts';
import type { Inbox, Letter } from './edge/inbox.ts';
import type { Quota } from './edge/quota.ts';
import type { Channel, IntakeDesk } from './intake/intake.ts';

export interface FieldQuotas {
  /** for each source of events and requests */
  readonly source: Quota;
  /** for telephony: three messages make a call */
  readonly calls: Quota;
}

export const fieldQuotas = ({ intake }: Pick<HubConfig, 'intake'>): FieldQuotas => ({
  source: { perSecond: intake.perMinute / 60, burst: intake.burst },
  calls: { perSecond: intake.callsPerMinute / 60, burst: intake.callBurst },
});

const MAX_BYTES = 64 * 1024;

/**
 * What the city sends that may open tickets. A message that is none of ours is answered too where it names its
 * source id, so that a source doesn't send it for ever.
 */
export function openFieldDoors(inbox: Inbox, desk: IntakeDesk, quotas: FieldQuotas): readonly (() => void)[] {
  const refuse = (source: unknown, sourceId: unknown) => {
    if (typeof source !== 'string' || typeof sourceId !== 'string') return;
    if (source === '' || sourceId === '' || source.length > 100 || sourceId.length > 200) return;
    desk.refuse(source, sourceId);
  };
  const field = ({ value }: Pick<Letter, 'value'>, name: string): unknown =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  /** Not answered: the source sends again when the store has caught up. */
  const busy = (channel: Channel, { topic, facts }: Letter): boolean => {
    const full = desk.busy(channel);
    if (full) inbox.reject(topic, 'busy', 'too many reports wait for the store', facts.at);
    return full;
  };
  const door = { qos: 1, maxBytes: MAX_BYTES, quota: quotas.source } as const;
  return [
    // Each call has a topic of its own; the broker lets only telephony write here.
    inbox.messages(
      filters.calls,
      Call,
      { ...door, quota: quotas.calls, source: TELEPHONY },
      (call, letter) => {
        if (call.callId === letter.from) return void (busy('call', letter) || desk.call(call));
        inbox.reject(letter.topic, 'mismatch', 'the topic is of another call', letter.facts.at, 'callId');
        refuse(TELEPHONY, call.callId);
      },
      (letter) => refuse(TELEPHONY, field(letter, 'callId') ?? letter.from),
    ),
    inbox.messages(
      topics.cityEvent(),
      CityEvent,
      // All sources share this topic: each is who its messages say.
      { ...door, source: (value) => String(field({ value }, 'source') ?? '') },
      (event, letter) => void (busy('event', letter) || desk.event(event)),
      (letter) => refuse(field(letter, 'source'), field(letter, 'sourceId')),
    ),
    inbox.messages(
      filters.intakes,
      Intake,
      door,
      (intake, letter) => void (busy('intake', letter) || desk.intake(letter.from, intake)),
      (letter) => refuse(letter.from, field(letter, 'sourceId')),
    ),
  ];
}
