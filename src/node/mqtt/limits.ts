import type { PublishOptions, PublishResult } from './types.ts';

/** What the broker announced in its CONNACK. */
export interface BrokerLimits {
  readonly maximumPacketSize?: number;
  readonly receiveMaximum?: number;
  readonly retainAvailable?: boolean;
}

const topicNameInvalid = 0x90;
const packetTooLarge = 0x95;
const retainNotSupported = 0x9a;

const refused = (code: number): PublishResult => ({ ok: false, reason: 'refused', code });

/** Fixed header, packet id, property length and the two properties of fixed size: never more than this. */
const overhead = 32;

/**
 * A broker closes the connection on a packet that breaks these rules, and everybody's work with it; so such a
 * publish is refused here, with the code the standard has for it.
 * @returns undefined when it may be sent
 */
export function refusalOf(
  topic: string,
  payload: Uint8Array,
  options: PublishOptions,
  limits: BrokerLimits,
): PublishResult | undefined {
  const topicBytes = Buffer.byteLength(topic);
  if (topicBytes === 0 || topicBytes > 0xffff || /[+#\0]/.test(topic)) return refused(topicNameInvalid);
  const { responseTopic = '', correlationData } = options;
  const size =
    overhead +
    topicBytes +
    payload.length +
    Buffer.byteLength(responseTopic) +
    (correlationData?.length ?? 0);
  if (size > (limits.maximumPacketSize ?? Infinity)) return refused(packetTooLarge);
  return options.retain && limits.retainAvailable === false ? refused(retainNotSupported) : undefined;
}
