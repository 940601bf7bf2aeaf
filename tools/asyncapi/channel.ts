import type { z } from 'zod';

export type Party = 'hub' | 'seat' | 'field gateway' | 'camera gateway' | 'fleet' | 'telephony' | 'source';

/** A kind of topic: who writes, who reads, how it travels and what it carries. */
export interface Channel {
  /** with the ids' places as AsyncAPI writes them: `{seatId}` */
  readonly address: string;
  readonly summary: string;
  readonly from: Party;
  readonly to: readonly Party[];
  readonly qos: 0 | 1;
  readonly retained: boolean;
  /** by name; `frame` is bytes and has no schema */
  readonly messages: Readonly<Record<string, z.ZodType | 'frame'>>;
  /** where the reader answers */
  readonly answeredOn?: 'reply' | 'ack';
}
