import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { somePeople } from '../support/hub.ts';
import { leaveSeat, openTicket, signIn, ticketOf, timelineOf } from '../support/operator.ts';
import { TestFleet } from '../support/test-fleet.ts';

const DOWN = 'Homme à terre, rue de la Liberté';

/** Says where, and takes the first street that is offered. */
async function place(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('combobox', { name: 'Lieu' })).toBeFocused();
  await page.keyboard.type(words);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
}

/** Presses a key in the very moment in which some words come up on the page. */
const pressAsItComes = (page: Page, words: string, key: string) =>
  page.evaluate(
    ([text, pressed]) =>
      new Promise<void>((resolve) => {
        const watch = new MutationObserver(() => {
          if (!document.body.textContent.includes(text!)) return;
          watch.disconnect();
          const code = `Key${pressed!.toUpperCase()}`;
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: pressed!, code, bubbles: true }));
          resolve();
        });
        watch.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    [words, key],
  );

test('what is written is sent once, kept when it is left, and no key acts on what was not read', async ({
  start,
}) => {
  const people = [...somePeople];
  const room = await start({ seats: ['seat-01'], hub: { people } });
  const fleet = await TestFleet.connect(room.broker.url, room.broker.secrets.city);
  await room.field.call({ title: DOWN, place: '7 rue de la Liberté' });
  const { page, holdEngine } = await room.open('seat-01');
  const ticket = ticketOf(page);
  const dialog = page.getByRole('dialog');

  // Who looks after machines may not open tickets, and is offered nothing that the room would refuse.
  await signIn(page, 'Alix Garnier');
  await page.getByText('1 ouverte').waitFor();
  await expect(page.getByRole('button', { name: /^Créer/ })).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(dialog).toHaveCount(0);
  await leaveSeat(page, 'A. Garnier');

  // A right that was taken away since: what the room has refused is mended, not typed again.
  await signIn(page, 'Sacha Morel');
  people[2] = { ...people[2]!, role: 'it' };
  await room.hub.kill();
  await room.hub.restart();
  await page.keyboard.press('n');
  await page.keyboard.type('malaise');
  await page.getByRole('option', { name: /malaise/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Devant la mairie');
  await page.keyboard.press('Control+Enter');
  await ticket.getByRole('button', { name: 'Corriger…' }).click();
  await expect(dialog.getByRole('combobox', { name: 'Lieu' })).toHaveValue('Devant la mairie');
  await expect(dialog).toContainText('votre rôle ne le permet pas');
  await page.screenshot({ path: 'test-results/screens/mend-1920.png' });
  await page.keyboard.press('Escape');
  await ticket.getByRole('button', { name: 'Vu', exact: true }).click();
  await leaveSeat(page, 'S. Morel');
  await signIn(page, 'Camille Petit');

  // What, where: and it is known already.
  await page.getByText('1 ouverte').waitFor();
  await page.keyboard.press('n');
  await page.keyboard.type('malaise');
  await page.getByRole('option', { name: /malaise/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape'); // what is half written waits, and says so
  await page.getByRole('button', { name: 'Brouillon' }).click();
  await dialog.getByRole('combobox', { name: 'Lieu' }).focus();
  await place(page, '5 rue de la Liberté');
  await expect(dialog.getByRole('region', { name: /^Sans doute la même affaire/ })).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/form-1920.png' });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: 'test-results/screens/form-1366.png' });
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.keyboard.press('Alt+d');
  await expect(dialog).toBeHidden();
  await expect(ticket.getByRole('heading', { level: 2, name: DOWN })).toBeVisible();
  await expect(timelineOf(page).first()).toContainText('5 rue de la Liberté');

  // The place is pointed at on the map by keyboard; Escape comes back to the form with nothing lost.
  const host = page.getByRole('region', { name: 'Carte' }).getByRole('application');
  await page.keyboard.press('n');
  await page.keyboard.type('malaise');
  await page.getByRole('option', { name: /malaise/ }).waitFor();
  await page.keyboard.press('Enter');
  const lieu = dialog.getByRole('combobox', { name: 'Lieu' });
  await expect(lieu).toBeFocused();
  await page.keyboard.type('au fond du parc');
  await page.keyboard.press('Alt+c');
  await expect(dialog).toHaveCount(0);
  await expect(host).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('button', { name: /^Choisir sur la carte/ })).toBeFocused();
  await expect(lieu).toHaveValue('au fond du parc');
  await page.keyboard.press('Enter');
  await expect(host).toBeFocused();
  const aimed = page.getByRole('region', { name: /^Où/ }).getByRole('status');
  await expect(aimed).toHaveText(/Dijon$/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.screenshot({ path: 'test-results/screens/placing-1920.png' });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: 'test-results/screens/placing-1366.png' });
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.keyboard.press('Enter');
  await expect(lieu).toHaveValue('au fond du parc');
  await expect(dialog.getByText(/^Point choisi sur la carte/)).toContainText('Dijon');
  await page.screenshot({ path: 'test-results/screens/placed-1920.png' });
  await dialog.getByRole('button', { name: 'Vider' }).click();
  await page.keyboard.press('Escape');

  // By mouse, beginning on the map: where somebody reported it already, and a mark there opens nothing.
  await page.keyboard.press('Shift+N');
  await expect(host).toBeFocused();
  const known = (await host.getByRole('button', { name: /Homme à terre/ }).boundingBox())!;
  await page.mouse.click(known.x + known.width / 2, known.y + known.height / 2);
  await expect(lieu).toHaveValue('rue de la Liberté');
  await dialog.getByRole('combobox', { name: 'Nature' }).fill('malaise');
  await page.getByRole('option', { name: /malaise/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('region', { name: /^Sans doute la même affaire/ })).toContainText(/à \d+.m/);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: 'test-results/screens/placed-1366.png' });
  await page.setViewportSize({ width: 1920, height: 1080 });
  await dialog.getByRole('button', { name: 'Vider' }).click();
  await page.keyboard.press('Escape');

  // While a note is on its way, what is typed on acts on nothing.
  await page.keyboard.press('t');
  await page.keyboard.type('Pompiers prévenus');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(ticket.getByRole('button', { name: 'Ajouter' })).toBeFocused();
  const goOn = await holdEngine();
  await page.keyboard.press('Enter');
  await expect(ticket.getByRole('button', { name: 'Envoi…' })).toBeFocused();
  await page.keyboard.type('nc');
  goOn();
  await expect(timelineOf(page).first()).toContainText('Pompiers prévenus');
  await expect(dialog).toHaveCount(0);
  await expect(ticket).not.toContainText('À vous');

  // A proposal that changes between look and key asks again.
  await fleet.report('PM 07', { position: [5.0395, 47.322] });
  await fleet.report('PM 12', { position: [5.0345, 47.3168] });
  await page.keyboard.press('c');
  await expect(ticket.getByRole('article', { name: 'Envoyer PM 07' })).toBeVisible();
  // The one before has just come too: its key would go with it.
  const pressed = pressAsItComes(page, 'Envoyer PM 12 Vient de changer', 'd');
  await fleet.report('PM 07', { position: [5.0395, 47.322], status: 'busy' });
  await pressed;
  await expect(ticket.getByText(/^Rien n’a été fait/)).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/advice-changed-1920.png' });
  await expect(ticket.getByText('Vient de changer')).toBeHidden();
  expect(fleet.told).toEqual([]);
  await page.keyboard.press('d');
  await fleet.order('PM 12');
  await expect(timelineOf(page).first()).toContainText(/^PM 12\s: affectation par vous/);
  await fleet.close();

  // A call that is left half written is kept; its caller’s promise goes along where it is attached.
  const call = {
    v: 1,
    callId: 'C-9',
    status: 'ringing',
    number: '06 39 98 77 77',
    at: new Date().toISOString(),
  };
  await room.field.publish('city/v1/call/C-9', JSON.stringify(call));
  await page.getByRole('button', { name: /^Décrocher/ }).waitFor();
  await page.keyboard.press('h');
  await dialog.waitFor();
  await page.keyboard.type('malaise');
  await page.getByRole('option', { name: /malaise/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(ticket.getByRole('heading', { level: 2 })).toHaveText(/^Appel de 06\s••/);
  await expect(ticket.getByRole('status').filter({ hasText: 'Saisie non envoyée' })).toContainText('••');
  await page.screenshot({ path: 'test-results/screens/unsent-1920.png' });
  await page.keyboard.press('p');
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  await expect(ticket.getByText(/^Rappel promis pour/)).toBeVisible();
  await openTicket(page, DOWN);
  await expect(ticket.getByText('Saisie non envoyée')).toBeHidden();
  await openTicket(page, 'Appel de');
  await expect(ticket.getByText('Saisie non envoyée')).toBeVisible();
  await page.keyboard.press('m');
  await expect(dialog.getByRole('combobox', { name: 'Nature' })).toHaveValue(/malaise/);
  await dialog.getByRole('combobox', { name: 'Lieu' }).focus();
  await place(page, '5 rue de la Liberté');
  await page.keyboard.press('Alt+d');
  await expect(ticket.getByRole('heading', { level: 2, name: DOWN })).toBeVisible();
  const moved = ticket.getByRole('status').filter({ hasText: /^Rappel promis à un autre appelant pour/ });
  await expect(moved).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/promise-moved-1920.png' });
  // Whose it is stands beside it: never the caller whom the ticket is of.
  await expect(moved).toContainText('06 •• •• •• 77');
  await expect(moved).not.toContainText('Lenoir');
  await expect(ticket.getByRole('button', { name: 'Clore…' })).toBeHidden();
  await page.keyboard.press('p');
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  await expect(timelineOf(page).first()).toContainText('Rappel fait par vous');
  await expect(ticket.getByRole('button', { name: 'Clore…' })).toBeVisible();
  await openTicket(page, DOWN);
  await expect(ticket.getByText('Saisie non envoyée')).toHaveCount(0);
});
