import { expect, test } from '../support/e2e.ts';
import { openTicket, rowOf, signIn, ticketOf, timelineOf } from '../support/operator.ts';

const TITLE = 'Rixe, cinq personnes';

test('two consoles race for one ticket: exactly one wins and the other is told who', async ({ start }) => {
  const room = await start({ seats: ['seat-01', 'seat-02', 'seat-03'] });
  const watcher = await room.colleague('seat-03', 'p-3');
  const [one, two] = await Promise.all([room.open('seat-01'), room.open('seat-02')]);
  const racers = [
    { page: one.page, name: 'Camille Petit', short: 'C.\u00a0Petit', seat: 'seat-01' },
    { page: two.page, name: 'Dominique Roy', short: 'D.\u00a0Roy', seat: 'seat-02' },
  ];
  await Promise.all(racers.map(({ page, name }) => signIn(page, name)));
  await room.field.call({ title: TITLE });
  await Promise.all(racers.map(({ page }) => openTicket(page, TITLE)));

  // Both have claimed before the hub can decide: nobody may learn of the other first.
  room.hub.pause();
  for (const { page } of racers) {
    await ticketOf(page).getByRole('button', { name: 'Prendre en charge' }).waitFor();
    await page.keyboard.press('c');
    await expect(ticketOf(page).getByText('non confirmé', { exact: true })).toBeVisible();
  }
  room.hub.resume();

  for (const { page } of racers)
    await expect(ticketOf(page).getByText('non confirmé', { exact: true })).toHaveCount(0);
  const claims = [...watcher.events.values()].filter(({ type }) => type === 'ticket.claimed');
  expect(claims).toHaveLength(1);
  const winner = racers.find(({ seat }) => seat === claims[0]?.seat)!;
  const loser = racers.find(({ seat }) => seat !== claims[0]?.seat)!;
  await expect(ticketOf(winner.page)).toContainText('À vous');
  await expect(timelineOf(winner.page).first()).toHaveText('Prise en charge par vous');
  await expect(winner.page.getByRole('region', { name: /^Conflit/ })).toHaveCount(0);
  await expect(ticketOf(loser.page)).toContainText(`À ${winner.short}`);
  await expect(rowOf(loser.page, TITLE)).toContainText(winner.short);
  const card = loser.page.getByRole('region', { name: /^Conflit sur 0001/ });
  // By whose clock it was sooner is another matter than whose command the hub read first.
  const words = [`Plus rapide que vous\u202f: ${winner.short}`, `${winner.short} l’a prise`];
  await expect(card).toContainText(new RegExp(words.join('|')));
});
