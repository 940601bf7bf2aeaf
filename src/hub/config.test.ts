import { expect, test } from 'vitest';
import { HubConfig } from './config.ts';

const TOKEN = 'sixteen-or-more-x';
const faults = (http: object) =>
  HubConfig.safeParse({ mqtt: { brokers: ['mqtt://b'] }, http }).error?.issues.map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );

test.each(['0.0.0.0', '::', '10.4.0.7', 'hub.room.example', '127.0.0.1.example', ''])(
  'whoever listens on %s, beyond this machine, wants a token from those who call',
  (host) => {
    expect(faults({ host })).toEqual([expect.stringMatching(/^http\.host: .*http\.token/)]);
    expect(faults({ host, token: TOKEN })).toBeUndefined();
  },
);

test.each([undefined, '127.0.0.1', '127.1.2.3', '::1', 'localhost'])(
  'on %s only this machine can call: no token is needed',
  (host) => expect(faults(host === undefined ? {} : { host })).toBeUndefined(),
);
