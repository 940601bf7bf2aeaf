import { expect, test } from '../support/e2e.ts';
import { leaveSeat, openTicket, queueOf, rowOf, signIn, ticketOf, timelineOf } from '../support/operator.ts';

/** Titles of three tickets of the roads and one of the police. */
const ROADS = ['Feux en panne, place Wilson', 'Arbre sur la chaussée', 'Nid-de-poule, rue Monge'] as const;
const POLICE = 'Tapage, rue Berbisey';

test('a view is kept, a note is found, a link is seen from both tickets, and of several claims at once each has its own outcome', async ({
  start,
}) => {
  const room = await start({ seats: ['seat-01', 'seat-02'] });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  for (const title of ROADS) await room.field.call({ title, service: 'roads', kind: 'signalOut' });
  await room.field.call({ title: POLICE, service: 'police', kind: 'noise', position: [5.2, 47.4] });
  const queue = queueOf(page);
  await expect(queue.getByText('4 ouvertes')).toBeVisible();

  await page.keyboard.press('w');
  const views = page.getByRole('dialog', { name: 'Vues de la file' });
  await views.getByRole('button', { name: /^Voirie/ }).click();
  await views.getByLabel('Nom de la vue').fill('Voirie de nuit');
  await page.keyboard.press('Enter');
  await expect(views.getByRole('button', { name: 'Voirie de nuit', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rowOf(page, POLICE)).toBeHidden();
  await expect(queue.getByText('1 masquée')).toBeVisible();
  await page.reload();
  await expect(queue.getByRole('button', { name: 'Voirie de nuit' })).toBeVisible();
  await expect(queue.getByText('1 masquée')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.press('Escape');
  await expect(rowOf(page, POLICE)).toBeVisible();

  // What the map does not show is left out as long as one says so, and comes as the map goes there.
  await queue.getByRole('button', { name: 'Filtrer' }).click();
  await queue.getByRole('button', { name: 'Dans la carte' }).click();
  await expect(rowOf(page, POLICE)).toBeHidden();
  await expect(queue.getByText('1 masquée')).toBeVisible();
  await expect(queue.getByRole('button', { name: 'Dans la carte' })).toHaveAttribute('aria-pressed', 'true');
  await page.screenshot({ path: 'test-results/screens/in-map-1920.png' });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: 'test-results/screens/in-map-1366.png' });
  await page.keyboard.press('Shift+C');
  await expect(rowOf(page, POLICE)).toBeVisible();

  await openTicket(page, POLICE);
  await page.keyboard.press('t');
  await page.keyboard.type('Le gardien a la clé');
  await page.keyboard.press('Control+Enter');
  await expect(ticketOf(page).getByRole('textbox')).toBeHidden();
  await expect(timelineOf(page).first()).toContainText('Le gardien a la clé');
  await page.keyboard.press('g');
  await page.keyboard.type('wilson');
  await page.getByRole('option', { name: /Feux en panne/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  const linked = ticketOf(page).getByRole('list', { name: 'Interventions liées' });
  await linked.getByRole('button', { name: /^\d+ Feux en panne/ }).click();
  await expect(ticketOf(page).getByRole('heading', { level: 2, name: ROADS[0] })).toBeVisible();
  await linked.getByRole('button', { name: /^Détacher \d+ Tapage/ }).click();
  await expect(linked.getByRole('listitem')).toHaveCount(0);
  await page.keyboard.press('/');
  await page.keyboard.type('gardien cle');
  await expect(queue.getByRole('row')).toHaveCount(2);
  await expect(rowOf(page, POLICE)).toBeVisible();
  await queue.getByRole('button', { name: 'Chercher dans les archives' }).click();
  await expect(queue.getByText('Rien dans les archives')).toBeVisible();
  await page.getByRole('textbox', { name: 'Titre' }).press('Escape');

  // What the others would be linked to is marked in the queue, and named by more than a number.
  await page.keyboard.press('b');
  for (const title of ROADS) await rowOf(page, title).click();
  await queue.getByRole('button', { name: 'Autres actions' }).click();
  const target = queue.getByRole('row').filter({ hasText: /Cible\s: \d{4}/ });
  await expect(target).toHaveCount(1);
  const row = (await target.textContent()) ?? '';
  const aimed = ROADS.find((title) => row.includes(title)) ?? '';
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.screenshot({ path: 'test-results/screens/bulk-target-1920.png' });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: 'test-results/screens/bulk-target-1366.png' });
  await expect(page.getByRole('menuitem', { name: /^Lier à \d{4}/ })).toContainText(aimed);
  await page.keyboard.press('Escape');
  await expect(target).toHaveCount(0);
  await queue.getByRole('button', { name: 'Quitter la sélection' }).click();
  await expect(queue.getByText('3 sélectionnées')).toHaveCount(0);

  const colleague = await room.colleague('seat-02', 'p-2');
  await room.cable('seat-01').unplug();
  await expect(page.getByText(/^Courtier injoignable depuis/)).toBeVisible();
  await page.keyboard.press('b');
  for (const title of ROADS) await rowOf(page, title).click();
  await expect(queue.getByText('3 sélectionnées')).toBeVisible();
  await queue.getByRole('button', { name: 'Prendre en charge' }).click();
  await expect(queue.getByText('Prendre en charge : aucune faite, 3 non confirmées')).toBeVisible();
  const raced = (await colleague.snapshot()).find(({ title }) => title === ROADS[1])!;
  await colleague.insist(colleague.on('ticket.claim', raced.id, raced.version));
  await room.cable('seat-01').plug();
  await expect(queue.getByText('Prendre en charge : 2 faites, 1 refusée')).toBeVisible();
  await expect(queue.getByText(/Arbre sur la chaussée\s: quelqu’un a été plus rapide/)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('bulk.png') });
  await queue.getByRole('button', { name: 'Rendre ce qui a été pris' }).click();
  await expect(rowOf(page, ROADS[0]).getByText('Libre')).toBeVisible();

  // Who keeps the machines has no business in the archives, and is told that by the room.
  await leaveSeat(page, 'C. Petit');
  await signIn(page, 'Alix Garnier');
  await page.keyboard.press('/');
  await page.keyboard.type('gardien cle');
  await queue.getByRole('button', { name: 'Chercher dans les archives' }).click();
  await expect(queue.getByText('Votre rôle ne donne pas accès aux archives.')).toBeVisible();
  await expect(queue.getByRole('button', { name: 'Réessayer' })).toHaveCount(0);
  await page.screenshot({ path: 'test-results/screens/archive-refused-1366.png' });
  expect(room.hub.journal('archive.search').at(-1)).toMatchObject({
    person: 'p-5',
    payload: { code: 'FORBIDDEN' },
  });
});
