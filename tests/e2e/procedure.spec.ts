import { expect, test } from '../support/e2e.ts';
import { openTicket, signIn, ticketOf, timelineOf } from '../support/operator.ts';

const TITLE = 'Rixe devant un bar';

test('a checklist by keyboard: ticked, a mandatory step skipped with a motive that the supervisor is told, a branch by its answer', async ({
  start,
}) => {
  const room = await start({ seats: ['seat-01', 'seat-02', 'seat-03'] });
  const colleague = await room.colleague('seat-03', 'p-3');
  const [{ page }, { page: supervisor }] = await Promise.all([room.open('seat-01'), room.open('seat-02')]);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await Promise.all([signIn(page, 'Camille Petit'), signIn(supervisor, 'Claude Meunier')]);
  await room.field.call({ title: TITLE, kind: 'fight' });
  await openTicket(page, TITLE);
  const panel = ticketOf(page);
  const steps = panel.getByRole('list', { name: 'Étapes de la procédure' });
  const step = (text: string) => steps.getByRole('listitem').filter({ hasText: text });
  await expect(panel.getByText('Procédure\u202f: Rixe')).toBeVisible();
  await expect(panel.getByText('0 / 9')).toBeVisible();

  await page.keyboard.press('1');
  await expect(step('Faire dire combien ils sont')).toContainText(/\d\d:\d\d:\d\d/);
  await expect(panel.getByText('non confirmé')).toHaveCount(0);
  await expect(panel.getByText('1 / 9')).toBeVisible();
  await expect(timelineOf(page).first()).toContainText('faite par vous');

  // The one that is next is mandatory: it wants a motive.
  await expect(step('Passer l’information au 17')).toHaveAttribute('aria-current', 'step');
  await page.keyboard.press('s');
  await expect(panel.getByRole('textbox', { name: 'Motif' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('textbox', { name: 'Motif' })).toBeVisible();
  await page.keyboard.type('le 17 a appelé');
  await page.keyboard.press('Enter');
  await expect(step('Passer l’information au 17')).toContainText('motif\u202f: le 17 a appelé');
  await expect(timelineOf(page).first()).toHaveText(
    'Étape «\u202fPasser l’information au 17\u202f» sautée par vous\u202f: «\u202fle 17 a appelé\u202f»',
  );
  const told = supervisor.getByText(
    /^Étape obligatoire «\u202fPasser l’information au 17\u202f» sautée par C\.\u00a0Petit/,
  );
  await expect(told).toBeVisible();

  // Somebody else ticks another step meanwhile.
  const [ticket] = await colleague.snapshot();
  const other = colleague.on('ticket.step', ticket!.id, ticket!.version, {
    mark: 'done',
    procedure: { id: 'rixe', version: 1 },
    step: { id: 'cadrer', text: 'Cadrer les visages puis la scène, sans perdre le groupe' },
  });
  expect((await colleague.insist(other)).code).toBe('OK');
  await expect(step('Cadrer les visages')).toContainText('S.\u00a0Morel');

  const question = panel.getByRole('group', { name: 'Des armes sont-elles vues' });
  await question.getByRole('button', { name: 'Non' }).click();
  await expect(step('Envoyer deux équipages')).toBeVisible();
  await expect(step('Confirmer')).toHaveCount(0);
  await expect(step('Suivre les armes')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Remettre à faire\u202f: Engager selon les armes' }).click();
  await expect(step('Envoyer deux équipages')).toHaveCount(0);
  await expect(step('Engager selon les armes').locator('kbd').first(), 'by its place').toHaveText('4');
  await page.keyboard.press('4');
  await expect(question).toBeFocused();
  await page.keyboard.press('1');
  await expect(step('Suivre les armes à la caméra')).toBeVisible();
  await expect(step('Ne pas engager la patrouille').locator('kbd').first()).toHaveText('0');
  await page.screenshot({ path: 'test-results/screens/procedure-1920.png' });
  await page.setViewportSize({ width: 1366, height: 768 });
  await step('Suivre les armes à la caméra').scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'test-results/screens/procedure-1366.png' });

  await supervisor.setViewportSize({ width: 1366, height: 768 });
  await supervisor.keyboard.press('Alt+5');
  await supervisor.getByRole('tab', { name: 'Étapes sautées' }).click();
  await expect(
    supervisor.getByText('motif\u202f: «\u202fle 17 a appelé\u202f»', { exact: false }).last(),
  ).toBeVisible();
  await supervisor.screenshot({ path: 'test-results/screens/procedure-supervision-1366.png' });

  // Closed over what is still to do: it asks why, and the supervisor is told.
  await page.keyboard.press('c');
  await expect(panel).toContainText('À vous');
  await page.keyboard.press('x');
  await expect(panel.getByText(/étapes obligatoires n’ont pas été faites/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const why = panel.getByRole('textbox', { name: /^Pourquoi ces étapes/ });
  await expect(why).toBeFocused();
  await page.screenshot({ path: 'test-results/screens/close-owed-1366.png' });
  await page.keyboard.type('groupe parti');
  await page.keyboard.press('Control+Enter');
  await expect(panel).toContainText('Close\u202f: traitée');
  await expect(timelineOf(page).first()).toContainText('motif\u202f: «\u202fgroupe parti\u202f»');
  await expect(supervisor.getByText(/close par C\.\u00a0Petit sans \d étapes obligatoires/)).toBeVisible();

  // Who looks after machines reads it, and is offered nothing that the room would refuse.
  await room.field.call({ title: 'Bagarre au parc', kind: 'fight' });
  await supervisor.keyboard.press('Alt+1');
  await supervisor.getByRole('button', { name: /^C. Meunier/ }).click();
  await supervisor.getByRole('menuitem', { name: 'Quitter le poste' }).click();
  await signIn(supervisor, 'Alix Garnier');
  await openTicket(supervisor, 'Bagarre au parc');
  const read = ticketOf(supervisor).getByRole('list', { name: 'Étapes de la procédure' });
  await expect(read).toContainText('Faire dire combien ils sont');
  await expect(read.getByRole('button')).toHaveCount(0);
});
