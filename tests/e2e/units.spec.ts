import { expect, test } from '../support/e2e.ts';
import { openTicket, signIn, ticketOf, timelineOf } from '../support/operator.ts';
import { TestFleet } from '../support/test-fleet.ts';

test('units are chosen by digits, told, and seen to accept, to refuse and to be on site', async ({
  start,
}) => {
  const room = await start();
  const fleet = await TestFleet.connect(room.broker.url, room.broker.secrets.city);
  await fleet.report('PM 12', { kind: 'foot', position: [5.0372, 47.3204] });
  await fleet.report('PM 07', { position: [5.0345, 47.3168] });
  await fleet.report('Voirie 4', { service: 'roads', skills: ['roadworks'], position: [5.0413, 47.3218] });
  await fleet.report('PM 03', { position: [5.0455, 47.3264], positionAt: '2026-01-01T00:00:00.000Z' });
  await room.field.call({ title: 'Malaise, personne inconsciente' });
  const { page } = await room.open('seat-01');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await signIn(page, 'Camille Petit');
  await openTicket(page, 'Malaise');
  const ticket = ticketOf(page);
  await expect(ticket.getByText('Équipes par temps de trajet')).toBeVisible();
  await page.keyboard.press('c');
  await expect(ticket).toContainText('À vous');
  await page.keyboard.press('f');
  await expect(ticket.getByRole('checkbox').first()).toBeFocused();
  await expect(ticket.getByText(/^PM 07 est proposée/)).toBeVisible();
  await expect(ticket.getByRole('checkbox', { name: /^PM 07/ })).toBeChecked();
  await page.screenshot({ path: 'test-results/screens/units-chooser-1920.png' });
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  const [car, foot] = [await fleet.order('PM 07'), await fleet.order('PM 12')];
  const strip = ticket.getByRole('list', { name: 'Équipes affectées' });
  await expect(strip.getByText(/informée, sans réponse/)).toHaveCount(2);
  await fleet.answer('PM 07', car, 'accepted');
  await expect(strip).toContainText('PM 07 a accepté');
  await fleet.answer('PM 12', foot, 'refused', 'Malaise d’un équipier');
  await expect(strip).toContainText(/PM 12 refuse\s: Malaise d’un équipier/);
  await expect(page.getByText(/: PM 12 refuse/).first()).toBeVisible();
  await fleet.answer('PM 07', car, 'onSite');
  await expect(strip).toContainText('PM 07 sur place');
  await expect(timelineOf(page).first()).toContainText('PM 07 : sur place');
  await page.screenshot({ path: 'test-results/screens/units-1920.png' });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: 'test-results/screens/units-1366.png' });
  await page.keyboard.press('f');
  await page.screenshot({ path: 'test-results/screens/units-chooser-1366.png' });
  await page.keyboard.press('Escape');

  // One that has come is taken off with a reason, which the room reads.
  await ticket.getByRole('button', { name: 'Retirer PM 07' }).click();
  const why = ticket.getByRole('textbox', { name: 'Motif du retrait' });
  await expect(why).toBeFocused();
  await why.fill('Appelée sur une rixe');
  await page.screenshot({ path: 'test-results/screens/units-taken-off-1366.png' });
  await page.keyboard.press('Enter');
  expect(await fleet.order('PM 07', 'standDown')).toMatchObject({ ticket: car.ticket });

  // Closed over it, a unit is called back: ordered first, and only then, by its own word, heard.
  await room.field.call({ title: 'Chute à vélo' });
  // At the same address: the map has one mark for both, which offers each.
  const map = page.getByRole('region', { name: 'Carte' });
  await map.getByRole('button', { name: /^2 interventions ici, la plus pressante/ }).click();
  const here = page.getByRole('dialog', { name: '2 interventions ici' });
  await expect(here).toBeFocused();
  await page.screenshot({ path: 'test-results/screens/map-stack-1366.png' });
  await here.getByRole('button', { name: /Chute à vélo/ }).click();
  await expect(here).toBeHidden();
  await expect(ticket.getByRole('heading', { name: 'Chute à vélo' })).toBeVisible();
  await page.keyboard.press('c');
  await expect(ticket).toContainText('À vous');
  await page.keyboard.press('f');
  await expect(ticket.getByRole('checkbox', { name: /^PM 07/ })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(strip.getByText(/informée, sans réponse/)).toHaveCount(1);
  await ticket.getByRole('button', { name: 'Clore…' }).click();
  await expect(ticket.getByRole('radio', { name: '1. traitée' })).toBeFocused();
  await page.keyboard.press('4');
  await page.keyboard.press('Control+Enter');
  await expect(ticket.getByText(/^rappel ordonné à .*, pas encore confirmé par l’équipe$/)).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/units-recall-1366.png' });
  const standDown = () => fleet.order('PM 07', 'standDown');
  await expect.poll(async () => (await standDown()).ticket).not.toBe(car.ticket);
  await fleet.answer('PM 07', await standDown(), 'accepted');
  await expect(ticket.getByText(/^a confirmé son rappel à /)).toBeVisible();
  await expect(timelineOf(page).first()).toHaveText(/PM 07\s: a confirmé son rappel/);
  await page.screenshot({ path: 'test-results/screens/units-recalled-1366.png' });
  await openTicket(page, 'Malaise');
  await fleet.close();

  await room.cable('seat-01').unplug();
  await page.getByText(/^Courtier injoignable depuis/).waitFor();
  await page.keyboard.press('f');
  await expect(ticket.getByText(/rien ne leur est transmis sans le concentrateur/)).toBeVisible();
  await expect(ticket.getByRole('checkbox', { name: /^PM 07.*état d’il y a/ })).toBeVisible();
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  // Chosen is not told: that the operator says, and then what they hear.
  await expect(ticket.getByText('pas prévenue').first()).toBeVisible();
  await expect(ticket.getByText('non confirmé').first()).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/units-untold-1366.png' });
  await ticket.getByRole('button', { name: 'Je l’ai prévenue par radio' }).click();
  await expect(ticket.getByText(/^prévenue par radio/).first()).toBeVisible();
  await ticket
    .getByRole('button', { name: /^Noter ce que .* dit par radio/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'est sur place' }).click();
  await expect(ticket.getByText('sur place, par radio').first()).toBeVisible();
  // Why it refuses is written down with it, in its words.
  await ticket
    .getByRole('button', { name: /^Noter ce que .* dit par radio/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'refuse' }).click();
  const refusal = ticket.getByRole('textbox', { name: /^Motif du refus/ });
  await expect(refusal).toBeFocused();
  await refusal.fill('Véhicule en panne');
  await page.screenshot({ path: 'test-results/screens/units-refusal-1366.png' });
  await page.keyboard.press('Enter');
  await expect(strip).toContainText(/refuse.*Véhicule en panne/);
});
