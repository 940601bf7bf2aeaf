import type { Page } from '@playwright/test';
import { encodeFrame } from '../../src/shared/lamp/frame.ts';
import { topics } from '../../src/shared/wire/topic.ts';
import { expect, test } from '../support/e2e.ts';
import { openTicket, rowOf, signIn, ticketOf } from '../support/operator.ts';
import type { Room } from '../support/room.ts';
import { lampId, smallLamps } from '../support/small-city.ts';

const TITLE = 'Inondation, fuite d’eau';

/** What the diagnostics page counts for a kind of topic. */
const rejectedOf = (page: Page, topic: string) => page.getByRole('row').filter({ hasText: topic });

/** Says something to seats with the hub's rights, by a client that is none of ours. */
const say = (room: Room, topic: string, payload: string | Uint8Array) =>
  room.broker.publishRaw({ topic, payload, user: 'hub' });

test('what is no good is counted by topic and field, and nothing else is lost', async ({ start }) => {
  const room = await start();
  await room.field.lamps(smallLamps, { level: 0.6 });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  await room.field.call({ title: TITLE });
  await openTicket(page, TITLE);
  await expect(page.getByText(/^Lampadaires 120 suivis sur 120/)).toBeVisible();

  await say(room, topics.event(), '{"v":1,"seq":');
  await say(room, topics.event(), '{"v":1,"seq":"next"}');
  await say(room, topics.head(), '[]');
  await say(room, topics.camera('X-1'), '{"v":1,"id":"X-1","name":"X","domain":"roof"}');
  await say(room, topics.districtDelta('01'), new Uint8Array(23));
  const wrongLength = encodeFrame(
    { full: false, dictVersion: 1, streamId: 1, frameSeq: 1, baseTimeMs: Date.now() },
    [{ index: 0, state: 1, level: 100, age: 0, faults: 0 }],
  ).subarray(0, -1);
  await say(room, topics.districtDelta('01'), wrongLength);
  await say(room, topics.reply('seat-01'), '{"v":1,"cmd":"no uuid","ok":"yes"}');
  // The field may speak nonsense too: the hub's to count, and seats hear nothing of it.
  await room.field.publish(topics.lampState(smallLamps[0]!), '{"id":');
  await room.field.publish(topics.call('C-bad'), '{"v":1,"callId":"C-bad","status":"singing"}');
  // The broker takes no such packet; whoever sends it is thrown out and nobody else notices.
  await room.broker.publishRaw({
    topic: topics.cityEvent(),
    payload: Buffer.alloc(10_000_000, 'x'),
    user: 'city',
  });

  await page.keyboard.press('Alt+7');
  await expect(page.getByRole('heading', { name: 'Entrées refusées' })).toBeVisible();
  await expect(rejectedOf(page, 'room/v1/evt')).toHaveCount(2);
  await expect(rejectedOf(page, 'room/v1/evt').filter({ hasText: 'json' })).toHaveCount(1);
  await expect(rejectedOf(page, 'room/v1/evt').filter({ hasText: 'seq' })).toHaveCount(1);
  await expect(rejectedOf(page, 'room/v1/head')).toHaveCount(1);
  await expect(rejectedOf(page, topics.camera('X-1')).filter({ hasText: 'domain' })).toHaveCount(1);
  await expect(rejectedOf(page, topics.districtDelta('01'))).toContainText('length');
  await expect(rejectedOf(page, topics.reply('seat-01'))).toHaveCount(1);

  await page.keyboard.press('Alt+1');
  await expect(rowOf(page, TITLE)).toBeVisible();
  await expect(page.getByText(/^Lampadaires 120 suivis sur 120/)).toBeVisible();
  await page.keyboard.press('c');
  await expect(ticketOf(page)).toContainText('À vous');
  await expect(ticketOf(page).getByText('non confirmé')).toHaveCount(0);
  await room.field.lamp(lampId('rue Monge', 2), { level: 0 });
  await room.field.call({ title: 'Après le bruit' });
  await expect(rowOf(page, 'Après le bruit')).toBeVisible();
  const colleague = await room.colleague('seat-02', 'p-2');
  expect(await colleague.snapshot()).toHaveLength(2);
});
