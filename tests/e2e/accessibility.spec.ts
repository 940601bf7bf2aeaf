import { sound } from '../support/axe.ts';
import { expect, test } from '../support/e2e.ts';
import { openTicket, queueOf, rowOf, signIn, tabTo, ticketOf } from '../support/operator.ts';
import { makeConflicts } from '../support/scenes.ts';
import { smallLamps } from '../support/small-city.ts';
import { TestFleet } from '../support/test-fleet.ts';
import { tilePlaying } from '../support/tile.ts';

test('axe finds nothing on any screen by night or day', async ({ start }) => {
  const room = await start({ cameras: 2 });
  await room.field.lamps(smallLamps, { level: 0.6 });
  const { page } = await room.open('seat-01');
  await page.getByRole('combobox').waitFor();
  await sound(page, 'sign-in');
  await page.getByRole('combobox').fill('c');
  await page.getByRole('option').first().waitFor();
  await sound(page, 'sign-in, names proposed');

  await signIn(page, 'Camille Petit');
  await sound(page, 'empty workspace');
  const fleet = await TestFleet.connect(room.broker.url, room.broker.secrets.city);
  await fleet.report('PM 12', { kind: 'foot', position: [5.0372, 47.3204] });
  await fleet.report('PM 03', { position: [5.0345, 47.3168], positionAt: '2026-11-01T00:00:00.000Z' });
  for (const priority of [1, 2, 3, 4] as const)
    await room.field.call({ title: `Intervention de priorité ${priority}`, priority });
  await rowOf(page, 'Intervention de priorité 1').getByRole('button', { name: 'Acquitter' }).waitFor();
  await openTicket(page, 'Intervention de priorité 2');
  await sound(page, 'a ticket that wants a motive for its cameras');
  await page.keyboard.press('c');
  await expect(ticketOf(page)).toContainText('À vous');
  await tilePlaying(page, 'Liberté × Bossuet').waitFor();
  await sound(page, 'queue, own ticket, tiles');
  await ticketOf(page).getByText('PM 12', { exact: true }).waitFor();
  for (const form of ['Note', 'Affecter', 'Clore…']) {
    await ticketOf(page).getByRole('button', { name: form, exact: true }).click();
    await sound(page, `form ${form}`);
  }
  await fleet.close();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await page.getByRole('button', { name: 'Calques' }).click();
  await ticketOf(page).getByRole('button', { name: 'Autres actions' }).click();
  await sound(page, 'filter, layers, menu');
  await page.keyboard.press('Escape');

  await page.keyboard.press('m');
  await page.getByRole('dialog', { name: /^Corriger / }).waitFor();
  await sound(page, 'correction of a ticket');
  await page.keyboard.press('Escape');

  await page.keyboard.press('n');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Choisissez une nature.').waitFor();
  await sound(page, 'new ticket, something missing');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+?');
  await page.getByRole('dialog', { name: 'Raccourcis' }).waitFor();
  await sound(page, 'shortcuts');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('monge');
  await page.getByRole('option', { name: 'rue Monge' }).first().waitFor();
  await sound(page, 'palette');
  await page.keyboard.press('Enter');
  await page.getByRole('listbox', { name: 'Lampadaires de la rue' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Lampadaire', exact: true }).waitFor();
  await sound(page, 'lamps of a street, card of one');
  await page.keyboard.press('Alt+7');
  await page.getByRole('heading', { name: 'Entrées refusées' }).waitFor();
  await sound(page, 'settings and diagnostics');
});

test('axe finds nothing offline or in conflict by night or day', async ({ start }) => {
  const room = await start();
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  await makeConflicts(room, page, ['Rixe, cinq personnes'], () => sound(page, 'offline, a command kept'));
  await sound(page, 'conflict');
});

test('Tab reaches queue, map and ticket, and the focus is always to be seen', async ({ start }) => {
  const room = await start({ seats: ['seat-01'] });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  await room.field.call({ title: 'Chien errant' });
  await openTicket(page, 'Chien errant');
  await page.getByRole('navigation').getByRole('button', { name: 'Interventions' }).focus();
  const stops = [
    page.getByRole('button', { name: 'Créer' }),
    page.getByRole('grid', { name: 'Interventions' }),
    page.getByRole('separator', { name: 'Largeur de la file' }),
    page.getByRole('button', { name: /^0001, P2 Urgent, Chien errant/ }),
    page.getByRole('button', { name: 'Plus près' }),
    page.getByRole('separator', { name: 'Largeur de l’intervention' }),
    ticketOf(page).getByRole('button', { name: 'Prendre en charge' }),
  ];
  for (const stop of stops) {
    await tabTo(page, stop, 8);
    const drawn = await stop.evaluate((element) => {
      const { outlineStyle, boxShadow } = getComputedStyle(element);
      // A list that holds the focus for its lines draws it on the line.
      const line = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
      const ring = line === null ? 'none' : getComputedStyle(line, '::after').borderTopStyle;
      return [outlineStyle, boxShadow, ring].some((style) => style !== 'none');
    });
    expect(drawn, `focus is drawn on ${stop}`).toBe(true);
  }
  await page.keyboard.press('Enter');
  await expect(ticketOf(page)).toContainText('À vous');
});

test('F6 goes from panel to panel, however many tickets are on the map', async ({ start }) => {
  const room = await start({ seats: ['seat-01'] });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  for (let n = 1; n <= 12; n++) await room.field.call({ title: `Chien ${n}` });
  await page.getByText('12 ouvertes').waitFor();
  await page.getByRole('grid', { name: 'Interventions' }).focus();
  const map = page.getByRole('application'); // where arrows pan
  for (const region of [map, ticketOf(page), page.getByRole('banner'), page.getByRole('navigation')]) {
    await page.keyboard.press('F6');
    await expect(region).toBeFocused();
  }
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('Shift+F6');
  await expect(map).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Chercher, commander' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('monge');
  await page.getByRole('option', { name: 'rue Monge' }).first().waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Lampadaires de la rue' })).toBeFocused();
  await page.keyboard.press('F6'); // what floats on the map is part of it
  await expect(ticketOf(page)).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(ticketOf(page), 'Escape leads back').toBeFocused();
  await page.keyboard.press('Alt+7');
  await expect(page.getByRole('main')).toBeFocused();
  await page.getByRole('slider').focus();
  await page.keyboard.press('Alt+1');
  await expect(queueOf(page)).toBeVisible();
  await page.keyboard.press('Alt+7');
  await page.keyboard.press('Shift+F6');
  await expect(page.getByRole('region', { name: 'Réglages et diagnostic' })).toBeFocused();
  await page.keyboard.press('Shift+F6'); // what is hidden is no stop
  await expect(page.getByRole('navigation')).toBeFocused();
});

test('English is chosen once and holds for that person from then on', async ({ start }) => {
  const room = await start({ seats: ['seat-01'] });
  const { page } = await room.open('seat-01');
  await expect(page.getByRole('heading', { name: 'Prendre le poste' })).toBeVisible();
  await signIn(page, 'Camille Petit');
  await page.keyboard.press('Alt+7');
  await page.getByRole('combobox', { name: 'Langue' }).selectOption('English');
  await expect(page.getByRole('heading', { level: 2, name: 'Settings and diagnostics' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.keyboard.press('Alt+1');
  await expect(page.getByRole('region', { name: 'Queue' })).toContainText('No open ticket');
  await page.reload();
  await expect(page.getByRole('region', { name: 'Queue' })).toBeVisible();
});
