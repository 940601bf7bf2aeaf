import { expect, type Page } from '@playwright/test';
import { openTicket, signIn, ticketOf } from './operator.ts';
import type { Room, RoomOptions } from './room.ts';
import { smallLamps } from './small-city.ts';

/**
 * Makes conflicts: the seat claims tickets and notes on them while it is cut off, somebody else has them before it is back.
 * @returns once the first conflict is on the screen of seat-01
 */
export async function makeConflicts(
  room: Room,
  page: Page,
  titles: readonly string[],
  whileCutOff: () => Promise<void> = async () => {},
): Promise<void> {
  const colleague = await room.colleague('seat-02', 'p-2');
  for (const title of titles) await room.field.call({ title });
  await expect(page.getByText(`${titles.length} ouverte`)).toBeVisible();
  await room.cable('seat-01').unplug();
  await expect(page.getByText(/^Courtier injoignable depuis/)).toBeVisible();
  for (const title of titles) {
    await openTicket(page, title);
    await page.keyboard.press('c');
    await expect(ticketOf(page)).toContainText('À vous');
    await page.keyboard.press('t');
    await page.keyboard.type('Vu de la fenêtre');
    await page.keyboard.press('Control+Enter');
    await expect(ticketOf(page).getByText('non confirmé', { exact: true })).toBeVisible();
  }
  await whileCutOff();
  for (const { id, version } of await colleague.snapshot()) {
    const claim = colleague.on('ticket.claim', id, version);
    expect((await colleague.insist(claim)).code).toBe('OK');
  }
  await room.cable('seat-01').plug();
  await page.getByRole('region', { name: /^Conflit sur/ }).waitFor();
}

/**
 * A room in whose small city all lamps burn, and an operator who looks at it.
 * @param level of all lamps, 0–1
 * @returns once the map of seat-01 follows each of them
 */
export async function openLitCity(
  start: (options?: RoomOptions) => Promise<Room>,
  level: number,
): Promise<{ readonly room: Room; readonly page: Page }> {
  const room = await start({ seats: ['seat-01'] });
  await room.field.lamps(smallLamps, { level });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  const all = smallLamps.length;
  await expect(page.getByRole('region', { name: 'Carte' })).toContainText(
    `Lampadaires ${all} suivis sur ${all}`,
  );
  return { room, page };
}
