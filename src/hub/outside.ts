import type { PublishResult } from '../node/mqtt/types.ts';
import { roomTargets } from '../shared/ticket/targets.ts';
import { topics } from '../shared/wire/topic.ts';
import { readAnswers } from './answers/read.ts';
import { AnswerRelay } from './answers/relay.ts';
import type { Base } from './base.ts';
import { callContext, openSwitchboard } from './calls/open.ts';
import type { Switchboard } from './calls/switchboard.ts';
import type { CallContext } from './calls/take.ts';
import { IntakeDesk } from './intake/intake.ts';

interface OutsideOptions extends Base {
  readonly send: (topic: string, payload: string) => Promise<PublishResult>;
}

/** Where the room is called, told of things and answers. */
export interface Outside {
  readonly calls: CallContext;
  readonly switchboard: Switchboard;
  readonly intake: IntakeDesk;
  readonly answers: AnswerRelay;
}

/** @throws ConfigError, StorageError */
export async function openOutside(options: OutsideOptions): Promise<Outside> {
  const { config, store, data, metrics, send, committed, failed, now, log } = options;
  const calls = callContext(config);
  const switchboard = await openSwitchboard({
    config,
    data,
    store,
    context: calls,
    order: (order) => void send(topics.callOrder(order.callId), JSON.stringify(order)),
    now,
  });
  const intake = new IntakeDesk({
    store,
    now,
    opened: metrics.opened,
    committed,
    failed: (error) => failed(error, 'intake'),
    context: calls,
    called: (call) => switchboard.changed(call),
    ack: (source, ack) => void send(topics.ack(source), JSON.stringify(ack)),
  });
  const answers = new AnswerRelay({
    store,
    templates: readAnswers(config.answers, config.locale),
    speech: { ...config, targets: roomTargets(config.targets) },
    send: (source, ack) => send(topics.ack(source), JSON.stringify(ack)),
    committed,
    now,
    log,
  });
  return { calls, switchboard, intake, answers };
}
