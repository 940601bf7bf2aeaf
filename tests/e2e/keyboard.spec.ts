import { expect, test } from '../support/e2e.ts';
import { openTicket, queueOf, rowOf, signIn, ticketOf, timelineOf } from '../support/operator.ts';

test('the keys of a ticket are shown, and the keyboard stays where it was or goes to the ticket', async ({
  start,
}) => {
  const room = await start({ seats: ['seat-01'] });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  await room.field.call({ title: 'Chien errant' });
  await openTicket(page, 'Chien errant');

  await test.step('what is written on a ticket leaves the keyboard where it was, and Escape ends only that', async () => {
    const grid = page.getByRole('grid', { name: 'Interventions' });
    await expect(grid, 'arrows go on from the line that was clicked').toBeFocused();
    await page.keyboard.press('t');
    await expect(ticketOf(page).getByRole('textbox', { name: 'Note' })).toBeFocused();
    await page.keyboard.type('Laisse rouge');
    await page.keyboard.press('Control+Enter');
    await expect(timelineOf(page).first()).toContainText('Laisse rouge');
    await expect(grid).toBeFocused();

    await page.keyboard.press('/');
    const words = page.getByRole('textbox', { name: 'Titre, lieu, numéro' });
    await expect(words).toBeFocused();
    await page.keyboard.type('rixe');
    await expect(queueOf(page)).toContainText('Aucune intervention ne correspond');
    await page.keyboard.press('Escape');
    await expect(words).toBeHidden();
    await expect(rowOf(page, 'Chien errant')).toBeVisible();

    // Whose tickets one looks at is kept, and takes no keyboard when one comes back.
    await page.keyboard.press('/');
    await queueOf(page).getByRole('button', { name: 'À moi' }).click();
    await expect(rowOf(page, 'Chien errant')).toBeHidden();
    await page.reload();
    await expect(queueOf(page)).toContainText('0 sur 1');
    await expect(words).not.toBeFocused();
    await queueOf(page).getByRole('button', { name: 'Tout montrer' }).first().click();
    await openTicket(page, 'Chien errant');

    // The list of a street's lamps listens for Escape too: it must not hear the one that was for the form.
    await page.keyboard.press('Control+k');
    await page.keyboard.type('monge');
    await page.getByRole('option', { name: 'rue Monge' }).first().waitFor();
    await page.keyboard.press('Enter');
    const lamps = page.getByRole('listbox', { name: 'Lampadaires de la rue' });
    await expect(lamps).toBeFocused();
    await page.keyboard.press('c');
    await expect(ticketOf(page)).toContainText('À vous');
    await page.keyboard.press('x');
    await expect(ticketOf(page).getByRole('radio', { name: '1. traitée' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(ticketOf(page).getByRole('radio')).toHaveCount(0);
    await expect(lamps).toBeFocused();
  });

  await test.step('given back, a button that goes when it is pressed leaves the keyboard on its ticket', async () => {
    await page.keyboard.press('l');
    await expect(ticketOf(page)).toContainText('Libre');
    const ticket = ticketOf(page);
    for (const [name, then] of [
      ['Prendre en charge', 'À vous'],
      ['Rendre', 'Libre'],
    ] as const) {
      await ticket.getByRole('button', { name, exact: true }).focus();
      await page.keyboard.press('Enter');
      await expect(ticket).toContainText(then);
      await expect(ticket.getByRole('heading', { level: 2, name: 'Chien errant' })).toBeFocused();
    }
  });

  await test.step('each button of a ticket shows its key, and the key help lists it', async () => {
    await page.keyboard.press('c');
    await expect(ticketOf(page)).toContainText('À vous');
    const keys = { Note: 'T', Affecter: 'F', Rendre: 'L', 'Clore…': 'X' };
    for (const [name, key] of Object.entries(keys))
      await expect(ticketOf(page).getByRole('button', { name, exact: true }).locator('kbd')).toHaveText(key);
    await page.keyboard.press('Shift+?');
    const help = page.getByRole('dialog', { name: 'Raccourcis' });
    for (const [name, key] of Object.entries({ Rendre: 'L', Clore: 'X' }))
      await expect(help.getByText(name, { exact: true }).locator('xpath=..').locator('kbd')).toHaveText(key);
    await page.keyboard.press('Escape');
    await page.keyboard.press('l');
    await expect(ticketOf(page).getByText('Libre', { exact: true })).toBeVisible();
  });
});

test('an arrow goes to a proposal, Enter takes it, and a held key opens one ticket that has the keyboard', async ({
  start,
}) => {
  const room = await start();
  const { page } = await room.open('seat-01');
  const colleague = await room.colleague('seat-02', 'p-2');

  await test.step('an arrow goes to a proposal, be it the only one, and Enter takes it', async () => {
    // Who does not know how a name is spelt finds it in the list.
    const me = page.getByRole('option', { name: 'Camille Petit' });
    await expect(page.getByRole('combobox')).toBeFocused();
    await expect(me).toBeHidden();
    await page.keyboard.press('ArrowDown');
    await expect(me).toBeVisible();
    await signIn(page, 'Camille Petit');
    await page.keyboard.press('n');
    const kind = page.getByRole('combobox', { name: 'Nature' });
    await kind.waitFor();
    await page.keyboard.type('rixe');
    const only = page.getByRole('option', { name: 'Rixe' });
    await only.waitFor();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) {
      await page.keyboard.press(key);
      await expect(only).toHaveAttribute('data-active-item');
    }
    await page.keyboard.press('Enter');
    await expect(kind).toHaveValue('Rixe');
    const place = page.getByRole('combobox', { name: 'Lieu' });
    await place.fill('12 rue monge');
    await page.getByRole('option', { name: 'rue Monge' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(place).toHaveValue('12 rue Monge');
  });

  await test.step('a held key opens one ticket, and the keyboard is led to it', async () => {
    await page.getByRole('combobox', { name: 'Lieu' }).fill('Devant la gare');
    // As a key held down repeats, faster than a seat answers.
    await page.evaluate(() => {
      const press = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
      for (let n = 0; n < 3; n++) document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', press));
    });
    await expect(ticketOf(page).getByRole('heading', { level: 2, name: 'Rixe' })).toBeFocused();
    await expect.poll(async () => (await colleague.snapshot()).length).toBe(1);
    await expect(page.getByText('1 ouverte')).toBeVisible();
  });
});
