import { expect, test } from '../support/e2e.ts';
import { openTicket, rowOf, signIn, ticketOf, timelineOf } from '../support/operator.ts';
import { TestFleet } from '../support/test-fleet.ts';

test('a duplicate is proposed with its reasons: refused it stays silent, followed it is merged', async ({
  start,
}) => {
  const room = await start();
  const watcher = await room.colleague('seat-02', 'p-2');
  const fleet = await TestFleet.connect(room.broker.url, room.broker.secrets.city);
  await fleet.report('PM 07', { position: [5.0345, 47.3168] });
  const { page } = await room.open('seat-01');
  // A key does not act on advice that has just taken the place of other advice.
  const stands = () => expect(page.getByText('Vient de changer')).toHaveCount(0);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await signIn(page, 'Camille Petit');
  await room.field.call({ title: 'Voiture en feu' });
  await room.field.call({ title: 'Fumée dans la rue' });
  await rowOf(page, 'Fumée dans la rue').waitFor();
  await openTicket(page, 'Voiture en feu');
  const advice = page.getByRole('article', { name: /^Doublon probable/ });
  await expect(advice).toContainText('Doublon probable de 0002');
  await expect(advice).toContainText(/à 0\u00a0m · (à la même minute|à 1\u00a0min d’écart) · même nature/);

  await page.keyboard.press('i');
  await expect(advice.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('fumée d’un barbecue');
  await page.keyboard.press('Enter');
  await expect(advice).toBeHidden();
  await expect(timelineOf(page).first()).toContainText(
    'Recommandation refusée par vous : « fumée d’un barbecue »',
  );

  await room.field.call({ title: 'Véhicule qui brûle' });
  await expect(advice).toContainText('Doublon probable de 0003');
  await page.screenshot({ path: 'test-results/screens/advice-1920.png' });
  await stands();
  // In one column: what is out of view is shown before its key acts, and another ticket opens at its top.
  await page.setViewportSize({ width: 1366, height: 768 });
  const body = ticketOf(page).locator('div[tabindex="0"]').filter({ hasText: 'Faits et appelant' }).last();
  const top = () => body.evaluate(({ scrollTop }) => scrollTop);
  await page.screenshot({ path: 'test-results/screens/advice-1366.png' });
  await body.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
  expect(await top()).toBeGreaterThan(0);
  await openTicket(page, 'Fumée dans la rue');
  expect(await top()).toBe(0);
  await openTicket(page, 'Voiture en feu');
  await expect(ticketOf(page).getByText('Pièces jointes'), 'each part once').toHaveCount(1);
  await body.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
  await expect(advice).not.toBeInViewport();
  await page.keyboard.press('d');
  await expect(page.getByText('D n’a rien fait\u202f: ce n’était pas à l’écran')).toBeVisible();
  await expect(advice).toBeInViewport({ ratio: 0.9 });
  await page.screenshot({ path: 'test-results/screens/advice-unseen-1366.png' });
  await expect(rowOf(page, 'Véhicule qui brûle')).toBeVisible();
  await page.keyboard.press('d');
  await expect(rowOf(page, 'Véhicule qui brûle')).toBeHidden();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await body.evaluate((element) => element.scrollTo({ top: 0 }));
  await expect(ticketOf(page).getByRole('heading', { level: 2, name: 'Voiture en feu' })).toBeFocused();
  await expect(ticketOf(page)).toContainText('Doublons0003');
  const kept = await watcher.snapshot();
  const [fire, , double] = kept.toSorted((a, b) => (a.ref ?? '').localeCompare(b.ref ?? ''));
  expect(double).toMatchObject({ state: 'closed', outcome: 'duplicate', mergedInto: fire?.id });

  // The priority that the kind has, then the nearest unit once the ticket is theirs.
  await expect(ticketOf(page).getByRole('article', { name: 'P1 plutôt que P2' })).toContainText(
    'Personne à terre, malaise est P1',
  );
  await stands();
  await page.keyboard.press('d');
  await expect(timelineOf(page).first()).toContainText('P1');
  await page.keyboard.press('c');
  const send = ticketOf(page).getByRole('article', { name: 'Envoyer PM 07' });
  await expect(send).toContainText(/de trajet.*libre.*compétence\u00a0: secourisme.*position de/);
  await page.screenshot({ path: 'test-results/screens/advice-unit-1920.png' });
  await stands();
  await page.keyboard.press('d');
  await fleet.answer('PM 07', await fleet.order('PM 07'), 'onSite');
  await expect(timelineOf(page).first()).toContainText('PM 07 : sur place');
  await fleet.close();

  await page.keyboard.press('Alt+5');
  await page.getByRole('tab', { name: 'Recommandations' }).click();
  const rule = page.getByRole('row', { name: /^Doublon à fusionner/ });
  await expect(rule.getByRole('cell')).toHaveText(['1', '0', '0', '1', '1', '« fumée d’un barbecue »']);
  await page.screenshot({ path: 'test-results/screens/advice-tallies-1920.png' });
});
