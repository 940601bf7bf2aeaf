import { expect, test } from '../support/e2e.ts';
import { LampGateway } from '../support/lamp-gateway.ts';
import { openTicket, signIn, ticketOf, timelineOf } from '../support/operator.ts';
import { smallLamps } from '../support/small-city.ts';

const STREET = 'rue de la Liberté';

test('a street is lit by one key and seen pending, acknowledged, observed; one lamp does not obey; one key gives it back', async ({
  start,
}) => {
  const room = await start({
    seats: ['seat-01'],
    hub: { config: { lighting: { followSeconds: 3 } } },
  });
  const gateway = await LampGateway.connect(room.broker.url, room.broker.secrets.city, `ARM-${STREET}`);
  await room.field.lamps(smallLamps, { level: 0.4 });
  await room.field.call({ title: 'Malaise, personne au sol' });
  const { page } = await room.open('seat-01');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await signIn(page, 'Camille Petit');
  await openTicket(page, 'Malaise, personne au sol');
  const strip = ticketOf(page).getByRole('region', { name: 'Éclairage de la rue' });
  await expect(strip.getByRole('button', { name: 'Rallumer' })).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/relight-proposed-1920.png' });

  await page.keyboard.press('u');
  const order = await gateway.order('to light', (one) => 'level' in one);
  const { lamps } = order;
  const all = lamps.length;
  await expect(strip).toContainText('Éclairage commandé');
  await expect(strip).toContainText(`0 observé sur ${all} · ${all} commandés · 0 accusé`);
  await gateway.acknowledge(order.cmd);
  await expect(strip).toContainText(`${all} commandés · ${all} accusés`);
  const [liar = '', ...honest] = lamps;
  await room.field.lamps(honest, { level: 1 });
  await expect(strip).toContainText('Rue rallumée');
  await expect(strip).toContainText(`${all - 1} observés sur ${all}`);
  await expect(strip).toContainText(/revient seul à \d\d:\d\d/);

  await strip.getByText('1 lampadaire n’a pas suivi').click();
  await expect(strip).toContainText(`${liar} a accusé réception, mais n’a rien montré`);
  await expect(timelineOf(page).first()).toContainText(
    `Éclairage : ${all - 1} observés sur ${all} · ${liar}`,
  );
  await page.screenshot({ path: 'test-results/screens/relight-observed-1920.png' });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: 'test-results/screens/relight-observed-1366.png' });

  await page.keyboard.press('u');
  const back = await gateway.order('to give back', (one) => 'release' in one);
  await expect(strip).toContainText('Retour au programme');
  await gateway.acknowledge(back.cmd);
  await room.field.lamps(lamps, { level: 0.4 });
  await expect(strip.getByRole('button', { name: 'Rallumer' })).toBeVisible();
  await expect(timelineOf(page).first()).toContainText('Éclairage rendu à son programme par vous');

  await room.hub.kill();
  await expect(strip).toContainText('Hors ligne : l’éclairage ne se commande pas d’ici.');
  await expect(strip.getByRole('button', { name: 'Rallumer' })).toBeHidden();
  await gateway.close();
});
