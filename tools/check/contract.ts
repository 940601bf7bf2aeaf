import { asyncApi } from '../asyncapi/document.ts';
import { asyncApiFaults } from '../asyncapi/faults.ts';
import type { Findings } from './finding.ts';

/** Whether the wire contract, as its schemas say it now, makes an AsyncAPI document that others can read. */
export function checkContract(): Findings {
  const document = asyncApi('0');
  // As it is written: what JSON can't say must not pass here.
  const faults = asyncApiFaults(JSON.parse(JSON.stringify(document)));
  const { messages, schemas } = document.components;
  const [channels, said] = [Object.keys(document.channels).length, Object.keys(messages).length];
  return {
    faults: channels === 0 ? [...faults, 'no channel found'] : faults,
    looked: `${channels} channels, ${said} messages, ${Object.keys(schemas).length} schemas`,
  };
}
