import { expect, test } from '../support/e2e.ts';
import { openTicket, queueOf, rowOf, signIn, ticketOf, timelineOf } from '../support/operator.ts';

test('words that find no field act on nothing, and those said into a call that is being answered are in its form', async ({
  start,
}) => {
  const room = await start({ seats: ['seat-01'] });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  const call = (callId: string, status: string) =>
    room.field.publish(
      `city/v1/call/${callId}`,
      JSON.stringify({ v: 1, callId, number: '0639981241', status, at: new Date().toISOString() }),
    );
  const rings = page.getByRole('region', { name: 'Bandeaux' }).getByText(/^Sonne depuis/);
  await room.field.call({ title: 'Chien errant' });
  await openTicket(page, 'Chien errant');

  // The caller hangs up a moment before the key.
  await page.keyboard.press('h');
  const hint = page.getByRole('status').filter({ hasText: 'Aucun appel ne sonne' });
  await expect(hint.getByText('Aucun appel ne sonne')).toBeVisible();
  await page.keyboard.press('h');
  await page.keyboard.type('bagarre devant un bar, place darcy', { delay: 20 });
  await expect(hint).toContainText('ce que vous tapez n’est pas pris');
  await call('C-1', 'ringing');
  await expect(rings).toBeVisible();
  await call('C-1', 'ended');
  await expect(rings).toBeHidden();
  await page.keyboard.press('Escape'); // the sentence is over
  await page.keyboard.press('h');
  await expect(page.getByRole('alert')).toContainText(/L’appelant a raccroché à \d\d:\d\d:\d\d/);
  await expect(ticketOf(page).getByRole('heading', { level: 2 })).toContainText('Appel manqué, à rappeler');
  await page.keyboard.type('coups de feu, u', { delay: 20 });
  await page.keyboard.press('Escape'); // whoever goes on does something else
  await page.keyboard.type('dans la cour', { delay: 20 });
  await expect(page.getByRole('status').filter({ hasText: 'Texte tapé hors d’un champ' })).toContainText(
    'rien n’a été fait',
  );
  await expect(queueOf(page).getByRole('button', { name: /^Sélectionner/ })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await expect(ticketOf(page)).toContainText('Libre');
  await expect(timelineOf(page)).toHaveCount(1);
  await page.screenshot({ path: 'test-results/screens/typing-ignored-1366.png' });

  // Who writes before the form is there finds it all there.
  await call('C-2', 'ringing');
  await expect(rings).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  await page.keyboard.type('bagarre rue monge');
  const form = page.getByRole('dialog', { name: /^Appel : \d{4}$/ });
  await expect(form.getByRole('combobox', { name: 'Nature' })).toHaveValue('bagarre rue monge');
  await expect(page.getByRole('option', { name: /^Rixe/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(form.getByRole('combobox', { name: 'Nature' })).toHaveValue('Rixe');
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await expect(rowOf(page, 'Chien errant')).toContainText('Libre');

  // A form that was left by the mouse is closed from anywhere, and taken up again by its key.
  await openTicket(page, 'Chien errant');
  await page.keyboard.press('g');
  const link = ticketOf(page).getByRole('combobox', { name: 'Intervention à lier' });
  await expect(link).toBeFocused();
  await ticketOf(page).getByRole('heading', { level: 2 }).click();
  await expect(link).not.toBeFocused();
  await page.keyboard.press('g');
  await expect(link).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(link).toBeHidden();
  await page.keyboard.press('g');
  await expect(link).toBeFocused();
  await ticketOf(page).getByRole('heading', { level: 2 }).click();
  await page.keyboard.press('Escape');
  await expect(link).toBeHidden();

  // A search says what of one's own it hides, and goes from anywhere.
  await page.keyboard.press('c');
  await expect(ticketOf(page)).toContainText('À vous');
  await page.keyboard.press('/');
  await page.keyboard.type('introuvable');
  await expect(queueOf(page)).toContainText(/Masquées\s: .*à vous/);
  await page.screenshot({ path: 'test-results/screens/typing-missed-1366.png' });
  await ticketOf(page).getByRole('heading', { level: 2 }).click();
  await page.keyboard.press('Escape');
  await expect(rowOf(page, 'Chien errant')).toContainText('Vous');
  await page.keyboard.press('b');
  await rowOf(page, 'Chien errant').click();
  await rowOf(page, 'Appel manqué').click();
  await expect(queueOf(page).getByRole('button', { name: /^Prendre en charge\s: 1 sur 2$/ })).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/typing-bulk-1366.png' });

  // Whoever wants no single letters presses them with Alt.
  await page.keyboard.press('b');
  await page.keyboard.press('Alt+7');
  await page.getByRole('combobox', { name: 'Raccourcis du clavier' }).selectOption('alt');
  await page.screenshot({ path: 'test-results/screens/typing-settings-1366.png' });
  await page.keyboard.press('Alt+1');
  const release = ticketOf(page).getByRole('button', { name: 'Rendre', exact: true });
  await expect(release.locator('kbd')).toHaveText('Alt L');
  await page.keyboard.press('l');
  await page.keyboard.press('Alt+t');
  await expect(ticketOf(page).getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(release, 'a letter alone does nothing').toBeVisible();
  await page.keyboard.press('Alt+l');
  await expect(release).toBeHidden();
});
