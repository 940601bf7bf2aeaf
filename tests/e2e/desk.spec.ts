import { expect, test } from '../support/e2e.ts';
import { openTicket, queueOf, rowOf, signIn, tabTo, ticketOf, timelineOf } from '../support/operator.ts';

test('a call becomes a ticket that is claimed, noted and closed by keyboard alone', async ({ start }) => {
  const room = await start();
  const { page } = await room.open('seat-01');
  const colleague = await room.colleague('seat-02', 'p-2');
  await signIn(page, 'Camille Petit');
  await room.field.call({ title: 'Malaise, personne inconsciente', place: '41, rue de la Liberté' });
  await expect(rowOf(page, 'Malaise, personne inconsciente')).toContainText('41, rue de la Liberté');
  await expect(rowOf(page, 'Malaise, personne inconsciente')).toContainText('Libre');

  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const ticket = ticketOf(page);
  await expect(ticket.getByRole('heading', { level: 2 })).toHaveText('Malaise, personne inconsciente');
  await expect(ticket).toContainText('appel de');
  await expect(timelineOf(page)).toHaveText(['Ouverte par un appel']);

  await page.keyboard.press('c');
  await expect(ticket).toContainText('À vous');
  await expect(timelineOf(page)).toHaveText(['Prise en charge par vous', 'Ouverte par un appel']);

  await page.keyboard.press('t');
  await page.keyboard.type('Pompiers sur place');
  await page.keyboard.press('Control+Enter');
  await expect(timelineOf(page).first()).toHaveText('Votre note\u202f: «\u202fPompiers sur place\u202f»');

  await page.keyboard.press('x');
  await expect(ticket.getByRole('radio', { name: '1. traitée' })).toBeFocused();
  await page.keyboard.press('4');
  await expect(ticket.getByRole('radio', { name: '4. sans objet' })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(ticket).toContainText('Close\u202f: sans objet');
  await expect(timelineOf(page).first()).toHaveText('Close par vous, sans objet');
  await expect(queueOf(page)).toContainText('Aucune intervention ouverte');

  const [kept, ...others] = await colleague.snapshot();
  expect(others).toEqual([]);
  expect(kept).toMatchObject({
    title: 'Malaise, personne inconsciente',
    state: 'closed',
    outcome: 'unfounded',
    owner: { seat: 'seat-01', person: 'p-1' },
  });
});

test('a form opens a ticket on a street without a mouse, and says what is missing in one that is empty', async ({
  start,
}) => {
  const room = await start();
  const { page } = await room.open('seat-01');
  const colleague = await room.colleague('seat-02', 'p-2');
  await signIn(page, 'Camille Petit');
  await page.keyboard.press('n');
  const form = page.getByRole('dialog', { name: 'Nouvelle intervention' });

  await test.step('a ticket is opened by form without a mouse, on a street of the city', async () => {
    await expect(form.getByRole('combobox', { name: 'Nature' })).toBeFocused();
    await page.keyboard.type('rixe');
    await page.keyboard.press('Enter');
    await expect(form.getByRole('combobox', { name: 'Nature' })).toHaveValue('Rixe');
    await tabTo(page, form.getByRole('combobox', { name: 'Lieu' }));
    await page.keyboard.type('12 monge');
    await page.getByRole('option', { name: 'rue Monge' }).waitFor();
    await page.keyboard.press('Enter');
    await expect(form.getByRole('combobox', { name: 'Lieu' })).toHaveValue('12 rue Monge');
    // What people call a place is one too, with what they say around it.
    await form.getByRole('combobox', { name: 'Lieu' }).fill('darcy');
    await page.getByRole('option', { name: 'arrêt Darcy' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.type(', quai 2');
    await expect(form).toContainText('Situé : arrêt Darcy');
    await tabTo(page, form.getByRole('textbox', { name: 'Description' }));
    await page.keyboard.type('Cinq personnes');
    await page.keyboard.press('Control+Enter');
    await expect(form).toBeHidden();
    await expect(rowOf(page, 'Rixe')).toContainText('arrêt Darcy, quai 2');
    await expect(ticketOf(page).getByRole('heading', { level: 2, name: 'Rixe' })).toBeVisible();
    await expect(ticketOf(page).getByText('non confirmé')).toHaveCount(0);

    expect(await colleague.snapshot()).toMatchObject([
      {
        title: 'Rixe',
        priority: 2,
        description: 'Cinq personnes',
        place: {
          label: 'arrêt Darcy, quai 2',
          street: 'rue de la Liberté',
          commune: 'Dijon',
          position: [5.0352, 47.3234],
        },
      },
    ]);
  });

  await test.step('an empty form says what is missing and keeps what was written', async () => {
    await page.keyboard.press('n');
    await form.getByRole('textbox', { name: 'Titre' }).fill('Bruit de chantier');
    await page.keyboard.press('Control+Enter');
    await expect(form).toContainText('Choisissez une nature.');
    await expect(form).toContainText('Un lieu est nécessaire.');
    await page.keyboard.press('Escape');
    await expect(form).toBeHidden();
    await page.keyboard.press('n');
    await expect(form.getByRole('textbox', { name: 'Titre' })).toHaveValue('Bruit de chantier');
  });
});

test('a P1 asks for somebody until one key acknowledges it for the room', async ({ start }) => {
  const room = await start();
  const { page } = await room.open('seat-01');
  const colleague = await room.colleague('seat-02', 'p-2');
  await signIn(page, 'Camille Petit');
  const asking = page.getByRole('navigation').getByRole('button', { name: 'Interventions' });
  await room.field.call({ title: 'Malaise dans le tram', priority: 1 });
  await expect(rowOf(page, 'Malaise dans le tram').getByRole('button', { name: 'Acquitter' })).toBeVisible();
  await expect(asking).toContainText('1P1 à acquitter');
  const root = page.locator('html');
  for (const beat of ['off', 'on']) await expect(root).toHaveAttribute('data-beat', beat);
  await page.keyboard.press('a');
  await expect(rowOf(page, 'Malaise dans le tram').getByRole('button')).toHaveCount(0);
  await expect(asking).toHaveText('Interventions');
  await expect(root).not.toHaveAttribute('data-beat');
  await expect
    .poll(async () => (await colleague.snapshot())[0]?.acknowledgedBy)
    .toEqual({ seat: 'seat-01', person: 'p-1' });
});

test('a wrong street, kind and priority are corrected by keyboard, and nothing else is touched', async ({
  start,
}) => {
  const room = await start();
  const { page } = await room.open('seat-01');
  const colleague = await room.colleague('seat-02', 'p-2');
  await signIn(page, 'Camille Petit');
  await room.field.call({ title: 'Rixe, cinq personnes' });
  await openTicket(page, 'Rixe, cinq personnes');
  await page.keyboard.press('m');
  const form = page.getByRole('dialog', { name: 'Corriger 0001' });
  await expect(form.getByRole('combobox', { name: 'Nature' })).toHaveValue('Personne à terre, malaise');
  await expect(form.getByRole('combobox', { name: 'Nature' })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('rixe');
  await page.getByRole('option', { name: 'Rixe' }).waitFor();
  await page.keyboard.press('Enter');
  await expect(form.getByRole('textbox', { name: 'Titre' })).toHaveValue('Rixe, cinq personnes');
  await tabTo(page, form.getByRole('radio', { name: 'P2 Urgent' }));
  await page.keyboard.press('ArrowLeft');
  await expect(form.getByRole('radio', { name: 'P1 Immédiat' })).toBeChecked();
  const place = form.getByRole('combobox', { name: 'Lieu' });
  await tabTo(page, place);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('12 monge');
  await page.getByRole('option', { name: 'rue Monge' }).waitFor();
  await page.keyboard.press('Enter');
  await expect(place).toHaveValue('12 rue Monge');

  // Somebody else corrects the place meanwhile, and claims: only the first stands in the way.
  const [ticket] = await colleague.snapshot();
  const amend = colleague.on('ticket.amend', ticket!.id, 1, { place: { label: 'Halles' } });
  expect((await colleague.insist(amend)).code).toBe('OK');
  await expect(rowOf(page, 'Rixe, cinq personnes')).toContainText('Halles');
  await page.keyboard.press('Control+Enter');
  await expect(form.getByRole('status')).toContainText('Changé entre-temps dans la salle\u202f: lieu.');
  expect((await colleague.insist(colleague.on('ticket.claim', ticket!.id, 2))).code).toBe('OK');
  await expect(ticketOf(page)).toContainText('À D.\u00a0Roy');
  await page.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();

  await expect(timelineOf(page)).toHaveText([
    'Passée en P1 par vous',
    'Corrigée par vous\u202f: nature, lieu',
    'Prise en charge par D.\u00a0Roy',
    'Corrigée par D.\u00a0Roy\u202f: lieu',
    'Ouverte par un appel',
  ]);
  await expect(rowOf(page, 'Rixe, cinq personnes')).toContainText('12 rue Monge');
  expect(await colleague.snapshot()).toMatchObject([
    {
      kind: 'fight',
      service: 'police',
      priority: 1,
      title: 'Rixe, cinq personnes',
      place: { label: '12 rue Monge', street: 'rue Monge', commune: 'Dijon' },
      caller: { name: 'Mme Lenoir' },
    },
  ]);
});
