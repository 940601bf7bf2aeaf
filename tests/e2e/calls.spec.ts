import { expect, test } from '../support/e2e.ts';
import { signIn, tabTo, ticketOf, timelineOf } from '../support/operator.ts';

test('a ringing call becomes a ticket by keyboard alone', async ({ start }) => {
  const room = await start({ seats: ['seat-01'] });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  const call = { v: 1, callId: 'C-1', number: '06 39 98 12 41', line: '3900' };
  const say = (status: string) =>
    room.field.publish('city/v1/call/C-1', JSON.stringify({ ...call, status, at: new Date().toISOString() }));
  await say('ringing');
  const strip = page
    .getByRole('region', { name: 'Bandeaux' })
    .getByRole('status')
    .filter({ hasText: 'Sonne depuis' });
  await expect(strip).toContainText('Ligne 3900');
  await expect(strip, 'screens are overlooked').not.toContainText('12 41');

  await page.keyboard.press('h');
  const form = page.getByRole('dialog', { name: /^Appel : \d{4}$/ });
  const kind = form.getByRole('combobox', { name: 'Nature' });
  await expect(kind).toBeFocused();
  await page.keyboard.type('des gens se battent, il a un couteau');
  await expect(page.getByRole('option', { name: /^Rixe/ })).toContainText('d’après');
  await page.keyboard.press('Enter');
  await expect(kind).toHaveValue('Rixe');
  await expect(form).toContainText('P1 proposée');
  await expect(form).toContainText('arme (« couteau »)');
  await page.keyboard.press('Alt+p');
  await expect(form.getByRole('radio', { name: /^P1/ })).toBeChecked();
  await tabTo(page, form.getByRole('combobox', { name: 'Lieu' }));
  await page.keyboard.type('12 monge');
  await page.getByRole('option', { name: /Monge/ }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();
  await expect(ticketOf(page)).toContainText('des gens se battent, il a un couteau');
  await expect(ticketOf(page)).toContainText('À vous');
  await expect(ticketOf(page)).toContainText('12 rue Monge');

  // Who called is promised to be called back: the ticket does not close over it.
  await page.keyboard.press('p');
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  await expect(ticketOf(page)).toContainText(/Rappel promis pour \d\d:\d\d:\d\d/);
  await expect(ticketOf(page), 'it is not pressing yet').not.toContainText('bientôt dû');
  await expect(ticketOf(page).getByRole('button', { name: 'Clore…' })).toBeHidden();
  await page.keyboard.press('p');
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  await expect(timelineOf(page).first()).toContainText('Rappel fait par vous');
  await expect(ticketOf(page).getByRole('button', { name: 'Clore…' })).toBeVisible();

  // Nobody answers the next one: it waits in the queue.
  await room.field.publish(
    'city/v1/call/C-2',
    JSON.stringify({ ...call, callId: 'C-2', status: 'ringing', at: new Date().toISOString() }),
  );
  await expect(strip, 'the number is known now').toContainText('1 intervention connue');
  await room.field.publish(
    'city/v1/call/C-2',
    JSON.stringify({ ...call, callId: 'C-2', status: 'ended', at: new Date().toISOString() }),
  );
  await expect(strip).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: 'Appel manqué, à rappeler' })).toBeVisible();
});
