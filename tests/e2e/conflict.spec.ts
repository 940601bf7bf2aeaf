import { expect, test } from '../support/e2e.ts';
import { openTicket, signIn, ticketOf, timelineOf } from '../support/operator.ts';
import { makeConflicts } from '../support/scenes.ts';

const [ONE, TWO, THREE] = ['Rixe, cinq personnes', 'Arbre tombé', 'Feux au clignotant'] as const;

test('claims made offline that lost are told one by one, and each way out works', async ({ start }) => {
  const room = await start();
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  await makeConflicts(room, page, [ONE, TWO, THREE]);
  const card = page.getByRole('region', { name: /^Conflit sur/ });
  await expect(page.getByText('3 conflits à trancher')).toBeVisible();
  await expect(card).toContainText(`Conflit sur 0001\u202f: ${ONE}`);
  await expect(card).toContainText('1 sur 3');
  await expect(card).toContainText('D.\u00a0Roy l’a prise pendant votre coupure.');
  await expect(card).toContainText('Vos notes, elles, ont été ajoutées.');
  const side = (title: string) =>
    card
      .locator('div', { has: page.getByRole('heading', { name: title }) })
      .last()
      .getByRole('listitem');
  await expect(side('Votre poste')).toContainText([
    'Prendre en charge (refusé)',
    'Votre note\u202f: «\u202fVu de la fenêtre\u202f», ajoutée',
  ]);
  await expect(side('La salle')).toContainText(['Prise en charge par D.\u00a0Roy']);

  await page.keyboard.press('Enter');
  await expect(card).toContainText(TWO);
  await expect(card).toContainText('1 sur 2');

  await page.keyboard.press('e');
  await expect(ticketOf(page).getByRole('heading', { level: 2 })).toHaveText(TWO);
  await expect(ticketOf(page)).toContainText('Un avis la signale à D.\u00a0Roy.');
  await page.keyboard.type('Je suis à deux rues, je reste à l’écoute');
  await page.keyboard.press('Control+Enter');
  await expect(timelineOf(page).first()).toContainText('Je suis à deux rues');

  await expect(card).toContainText(THREE);
  await card.getByRole('button', { name: 'Demander la reprise…' }).click();
  await expect(card).toBeHidden();
  await expect(ticketOf(page).getByRole('heading', { level: 2 })).toHaveText(THREE);
  const note = ticketOf(page).getByRole('textbox', { name: 'Note' });
  await expect(note).toHaveValue(/^Pour D\.\u00a0Roy\u202f: je demande la reprise/);
  await expect(ticketOf(page)).toContainText('Un avis la signale à D.\u00a0Roy.');
  await expect(note).toBeFocused();
  await page.keyboard.type('je suis sur place');
  await page.keyboard.press('Control+Enter');
  await expect(timelineOf(page).first()).toContainText(/je demande la reprise.*Motif\s: je suis sur place/);

  await openTicket(page, ONE);
  await expect(ticketOf(page)).toContainText('À D.\u00a0Roy');
  await expect(ticketOf(page).getByText('Commandes refusées')).toHaveCount(0);
});

test('a supervisor may take the ticket from the conflict', async ({ start }) => {
  const room = await start({ seats: ['seat-01', 'seat-02', 'seat-03'] });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Claude Meunier');
  await makeConflicts(room, page, [ONE]);
  const card = page.getByRole('region', { name: /^Conflit sur/ });
  await card.getByRole('button', { name: 'Prendre la main…' }).click();
  await expect(card).toBeHidden();
  await expect(ticketOf(page).getByRole('textbox', { name: 'Motif' })).toBeFocused();
  await page.keyboard.type('Nous y sommes');
  await page.keyboard.press('Control+Enter');
  await expect(ticketOf(page)).toContainText('À vous');
  await expect(timelineOf(page).first()).toHaveText(/^Reprise par vous\s: «\sNous y sommes\s»$/);

  // What a colleague then asks of who has it is told to them.
  const colleague = await room.colleague('seat-03', 'p-3');
  const [{ id, version } = { id: '', version: 0 }] = await colleague.snapshot();
  const args = { text: 'Je demande la reprise', to: 'p-4' };
  expect((await colleague.insist(colleague.on('ticket.note', id, version, args))).code).toBe('OK');
  const notice = page.getByRole('alert').filter({ hasText: 'Je demande la reprise' });
  await expect(notice).toContainText('S.\u00a0Morel vous écrit sur 0001');
  await expect(notice.getByRole('button', { name: 'Ouvrir 0001' })).toBeVisible();

  // What was seen is not told again to who comes back; what was asked meanwhile is, until the ticket is given back.
  await notice.getByRole('button', { name: 'Ouvrir 0001' }).click();
  await page.getByRole('button', { name: 'C. Meunier Poste 01' }).click();
  await page.getByRole('menuitem', { name: 'Quitter le poste' }).click();
  await page.getByRole('button', { name: 'Quitter quand même' }).click();
  await page.getByRole('combobox').waitFor();
  const later = { text: 'Et maintenant ?', to: 'p-4' };
  expect((await colleague.insist(colleague.on('ticket.note', id, version, later))).code).toBe('OK');
  await signIn(page, 'Claude Meunier');
  const missed = page.getByRole('alert').filter({ hasText: 'Et maintenant ?' });
  await expect(missed).toContainText('S.\u00a0Morel vous écrit sur 0001');
  await expect(page.getByRole('button', { name: 'Voir l’autre avis' })).toHaveCount(0);
  await openTicket(page, ONE);
  await page.keyboard.press('l');
  await expect(missed).toBeHidden();
});
