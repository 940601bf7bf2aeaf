import { expect, test } from 'vitest';
import { Alert } from '../../../shared/ipc/model.ts';
import { instant } from '../../../shared/wire/time.ts';
import { toSay } from './health.ts';

const alert = (kind: Alert['kind'], id: string, detail?: string) =>
  Alert.parse({ kind, id, since: instant(0), ...(detail === undefined ? {} : { detail }) });

test('a full disk is told of once, without the words for IT; other alerts as they are', () => {
  const other = alert('session-refused', 'session', 'Petit: FORBIDDEN');
  const said = toSay([
    alert('disk-full', 'disk:desk.db', 'SQLITE_FULL'),
    other,
    alert('disk-full', 'disk:city.db', 'SQLITE_FULL'),
  ]);
  expect(said).toHaveLength(2);
  expect(said[0]).toMatchObject({ kind: 'disk-full', detail: undefined });
  expect(said[1]).toBe(other);
});
