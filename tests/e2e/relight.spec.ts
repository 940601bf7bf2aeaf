import { v7 } from 'uuid';
import { instant } from '../../src/shared/wire/time.ts';
import { expect, test } from '../support/e2e.ts';
import { LampGateway } from '../support/lamp-gateway.ts';
import { bothEnds, drag } from '../support/lasso.ts';
import { spotOf } from '../support/map-picture.ts';
import { openTicket, signIn, tabTo, ticketOf, timelineOf } from '../support/operator.ts';
import { planWithScene } from '../support/plan.ts';
import { lampId, lampPosition, smallLamps } from '../support/small-city.ts';

// Why so long: its steps follow each other in one room, and to open another takes longer than all of them.
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
  await expect(strip).toContainText(`0 observé sur ${all} · ${all} commandés · 0 accusé de réception`);
  await gateway.acknowledge(order.cmd);
  await expect(strip).toContainText(`${all} commandés · ${all} accusés de réception`);
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
  await expect(timelineOf(page).first()).toContainText('Éclairage rendu par vous');

  await room.hub.kill();
  await expect(strip).toContainText('Hors ligne : l’éclairage ne se commande pas d’ici.');
  await expect(strip.getByRole('button', { name: 'Rallumer' })).toBeHidden();
  await gateway.close();
});

test('a street is selected by keyboard, dimmed, seen pending, acknowledged, observed; one lamp does not obey; all is given back', async ({
  start,
}) => {
  const room = await start({
    seats: ['seat-01', 'seat-02'],
    hub: { config: { lighting: { followSeconds: 3, plan: planWithScene(STREET) } } },
  });
  const gateway = await LampGateway.connect(room.broker.url, room.broker.secrets.city, `ARM-${STREET}`);
  await room.field.lamps(smallLamps, { level: 0.7 });
  await room.field.lamp(lampId(STREET, 3), { level: 0, status: 'brokenLantern' });
  const { page } = await room.open('seat-01');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await signIn(page, 'Camille Petit');
  await page.keyboard.press('Alt+2');
  const panel = page.getByRole('region', { name: 'Sélection', exact: true });
  await expect(panel).toContainText('Aucun lampadaire choisi');
  await page.getByRole('button', { name: 'Au cadre' }).click();
  const [from, to] = await Promise.all([0, 19].map((n) => spotOf(page, lampPosition(STREET, n))));
  await page.mouse.move(from!.x - 10, from!.y - 8);
  await page.mouse.down();
  await page.mouse.move(to!.x + 10, to!.y + 8, { steps: 4 });
  await page.mouse.up();
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Choisis au cadre');
  await expect(panel).toContainText('20 lampadaires');
  // A line drawn by hand round both ends of the street, and past its middle on one side: no box takes these ten.
  await page.keyboard.press('l');
  await drag(page, bothEnds(from!, to!));
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Choisis au lasso');
  await expect(panel).toContainText('10 lampadaires');
  await page.keyboard.press('p');
  await panel.getByRole('button', { name: 'Revenir au choix précédent' }).press('Enter');
  await expect(panel).toContainText('20 lampadaires');
  await panel.getByRole('button', { name: 'Vider la sélection' }).press('Enter');
  await expect(panel).toContainText('Aucun lampadaire choisi');

  await page.keyboard.press('/');
  await page.keyboard.type('dijon');
  await page.getByRole('option', { name: /^Dijon.*commune/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('120 lampadaires');
  await page.keyboard.type('liberte');
  await page.getByRole('option', { name: /^rue de la Liberté/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(STREET);
  await expect(panel).toContainText('20 lampadaires');
  await expect(panel).toContainText('1 en défaut');
  await expect(panel).toContainText('100\u00a0% LED');

  await panel.getByRole('button', { name: 'Voir les 20 lampadaires' }).press('Enter');
  await expect(panel.getByRole('listbox', { name: 'Lampadaires choisis' })).toBeFocused();
  // One of them taken out, and in again: it is still that street, and how much of it is said.
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('19 sur 20 lampadaires');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(STREET);
  await page.screenshot({ path: 'test-results/screens/lighting-part-1920.png' });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await panel.getByText('En détail').press('Enter');
  await expect(panel).toContainText('cette nuit (20 lampadaires)');
  await expect(panel).toContainText('Aucun n’est relevé par un passage en ce moment');
  await expect(panel.getByRole('list', { name: 'Pannes, par sorte' })).toContainText('lanterne cassée');
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: 'test-results/screens/lighting-detail-1366.png' });
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.screenshot({ path: 'test-results/screens/lighting-detail-1920.png' });
  await panel.getByText('En détail').press('Enter');

  const form = panel.getByRole('form', { name: 'Commander la sélection' });
  await tabTo(page, form.getByRole('slider'));
  for (let n = 0; n < 6; n++) await page.keyboard.press('ArrowLeft');
  await expect(form.getByRole('slider')).toHaveValue('40');
  const preview = form.getByRole('region', { name: 'Ce qui changerait' });
  await expect(preview).toContainText('19 baissent');
  await expect(preview).toContainText('1 en défaut ne suivra sans doute pas');
  await tabTo(page, form.getByRole('textbox', { name: 'Motif' }));
  await page.keyboard.press('Enter');
  await expect(form).toContainText('Dites pourquoi');
  await page.keyboard.type('Fin de marché');
  await page.screenshot({ path: 'test-results/screens/lighting-preview-1920.png' });
  await page.keyboard.press('Enter');

  const { cmd, lamps, ...order } = await gateway.order('to dim', (one) => 'level' in one);
  expect(order).toMatchObject({ level: 0.4 });
  const state = panel.getByRole('region', { name: `Commande : ${STREET}` });
  const stage = (name: string) => state.locator('p').filter({ hasText: new RegExp(`^${name}`) });
  await expect(stage('Commandé')).toContainText('20 / 20');
  await expect(stage('Accusé')).toContainText('0 / 20');
  await gateway.acknowledge(cmd);
  await expect(stage('Accusé')).toContainText('20 / 20');
  await expect(stage('Observé')).toContainText('0 / 20');
  const honest = lamps.filter((lamp) => lamp !== lampId(STREET, 3));
  await room.field.lamps(honest, { level: 0.4 });
  await expect(stage('Observé')).toContainText('19 / 20');
  await state.getByText('1 lampadaire n’a pas suivi').click();
  await expect(state).toContainText(`${lampId(STREET, 3)} a accusé réception`);
  // On the map too it has a mark of its own, which the legend counts.
  await expect(page.getByRole('checkbox', { name: 'Commande non suivie 1' })).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/lighting-observed-1920.png' });
  await state.getByRole('button', { name: 'Relancer le lampadaire' }).press('Enter');
  const again = await gateway.order('once more', (one) => 'level' in one && one.cmd !== cmd);
  expect(again).toMatchObject({ level: 0.4, lamps: [lampId(STREET, 3)] });
  await expect(state).toContainText('Relancé à');
  // What was pressed has gone: the keyboard is at the order, not at the top of the page.
  await expect(state.locator('p').first()).toBeFocused();
  await gateway.acknowledge(again.cmd, [{ lamp: lampId(STREET, 3), code: 'FAULT' }]);
  await state.getByRole('button', { name: 'Ouvrir une intervention' }).press('Enter');
  await expect(state.getByRole('button', { name: /^Voir l’intervention/ })).toBeVisible();
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: 'test-results/screens/lighting-observed-1366.png' });
  await page.setViewportSize({ width: 1920, height: 1080 });

  await panel.getByRole('button', { name: 'Nommer cette sélection' }).press('Enter');
  await page.keyboard.type('Marché du samedi');
  await expect(page.getByRole('dialog')).toContainText('à tout poste où vous ouvrez votre session');
  // All of it is within the dialog: nothing is cut, nothing has to be scrolled sideways.
  const over = await page.getByRole('dialog').evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(over).toBe(0);
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Marché du samedi');
  await expect(panel.getByRole('button', { name: 'Nommer cette sélection' })).toBeFocused();
  await panel.getByRole('button', { name: 'Vider la sélection' }).press('Enter');
  await expect(panel).toContainText('Aucun lampadaire choisi');
  // The button went with what it cleared; the keyboard is still in the panel.
  await expect(panel.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('/');
  await page.keyboard.type('marche');
  await page.getByRole('option', { name: /^Marché du samedi/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Marché du samedi');
  // Who orders next is told beforehand whose order that would end.
  await expect(preview).toContainText('19 sous un ordre en cours, que celui-ci recouvre');

  // A name that is taken away is found no more, and the selection stays.
  await panel.getByRole('button', { name: 'Nommer cette sélection' }).press('Enter');
  const names = page.getByRole('dialog').getByRole('listitem');
  await names.filter({ hasText: 'Marché du samedi' }).getByRole('button', { name: 'Oublier' }).press('Enter');
  await expect(names).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('marche');
  await expect(page.getByText('Rien de ce nom')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toContainText('20 lampadaires');

  await state.getByRole('button', { name: 'Tout annuler' }).press('Enter');
  const back = await gateway.order('to give back', (one) => 'release' in one);
  await gateway.acknowledge(back.cmd);
  await room.field.lamps(honest, { level: 0.7 });
  await expect(state).toContainText('retour au programme');

  // What a colleague orders ends by itself: it is seen to go back, and is gone once all lamps are back.
  const colleague = await room.colleague('seat-02', 'p-2');
  const orderFor = (ms: number, motive: string, selection?: object) =>
    colleague.make({
      op: 'lamp.set',
      target: { type: 'lamps', ids: lamps },
      args: { level: 0.5, until: instant(Date.now() + ms), selection },
      motive,
      expiresAt: instant(Date.now() + 30_000),
    });
  const theirs = orderFor(3_000, 'Essai de ronde', { id: v7(), name: 'Essai' });
  expect(await colleague.command(theirs)).toMatchObject({ code: 'OK' });
  await gateway.order('for a while', (one) => one.cmd === theirs.cmd);
  await gateway.acknowledge(theirs.cmd);
  await room.field.lamps(lamps, { level: 0.5 });
  const short = panel.getByRole('region', { name: 'Commande : Essai' });
  await expect(short).toContainText(/50\s% jusqu’à \d\d:\d\d/);
  await expect(short).toContainText('« Essai de ronde »');
  await expect(short).toContainText('retour au programme');
  await room.field.lamps(lamps, { level: 0.7 });
  await expect(short).toBeHidden();

  await panel.getByRole('button', { name: 'Vider la sélection' }).press('Enter');
  await panel.getByRole('button', { name: 'Feu d’artifice' }).press('Enter');
  await expect(form.getByRole('list', { name: 'Niveaux de la scène' })).toHaveText(
    /30\s% ?5 lampadaires.*100\s% ?15 lampadaires/,
  );
  // One of its lamps taken out: it is that scene still, with its levels, and how much of it is said.
  await panel.getByRole('button', { name: 'Voir les 20 lampadaires' }).press('Enter');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Feu d’artifice');
  await expect(panel).toContainText('19 sur 20 lampadaires');
  await expect(form.getByRole('list', { name: 'Niveaux de la scène' })).toHaveText(
    /30\s% ?4 lampadaires.*100\s% ?15 lampadaires|30\s% ?5 lampadaires.*100\s% ?14 lampadaires/,
  );
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Fermer la liste' }).press('Enter');
  await form.getByRole('textbox', { name: 'Motif' }).fill('Feu d’artifice');
  await page.screenshot({ path: 'test-results/screens/lighting-scene-1920.png' });
  await form.getByRole('button', { name: 'Commander 20 lampadaires' }).press('Enter');
  for (const [level, count] of [
    [0.3, 5],
    [1, 15],
  ]) {
    const part = await gateway.order(`to burn at ${level}`, (one) => 'level' in one && one.level === level);
    expect(part.lamps).toHaveLength(count!);
    await gateway.acknowledge(part.cmd);
    await room.field.lamps(part.lamps, { level: level! });
  }
  const both = panel.getByRole('region', { name: 'Commande : Feu d’artifice' });
  await expect(both).toContainText('30 et 100');
  await expect(both.locator('p').filter({ hasText: /^Observé/ })).toContainText('20 / 20');
  const hold = form.getByRole('button', { name: 'Maintenir 20 lampadaires' });
  await expect(hold).toBeFocused();
  await page.screenshot({ path: 'test-results/screens/lighting-scene-observed-1920.png' });

  // A colleague takes its lamps: who commanded them is told by whom, in the list, in the form and by a calm notice.
  expect(await colleague.command(orderFor(7_200_000, 'Tournage'))).toMatchObject({ code: 'OK' });
  // It outlasts what she would order next: the preview says by whose order lamps burn after.
  await expect(preview).toContainText(
    /À \d\d:\d\d\s: reprend l’ordre de D\.\sRoy, 50\s% jusqu’à \d\d:\d\d \(20 lampadaires\)/,
  );
  const lost = panel.getByRole('region', { name: 'Commande recouverte : Feu d’artifice' });
  await expect(lost).toContainText(/ordre de D\.\sRoy par-dessus le vôtre à \d\d:\d\d, 20 lampadaires/);
  await expect(both).toContainText(/20 lampadaires sous l’ordre de D\.\sRoy/);
  await expect(form.getByRole('status')).toHaveText(
    /^ordre de D\.\sRoy par-dessus le vôtre à \d\d:\d\d, 20 lampadaires/,
  );
  const notice = page.getByRole('status').filter({ hasText: /Feu d’artifice\s: ordre de/ });
  await expect(notice).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Commandé, non confirmé 20' })).toBeVisible();
  await expect(preview).toContainText('20 sous un ordre en cours, que celui-ci recouvre');
  await page.screenshot({ path: 'test-results/screens/lighting-replaced-1920.png' });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: 'test-results/screens/lighting-replaced-1366.png' });
  await page.setViewportSize({ width: 1920, height: 1080 });
  await lost.getByRole('button', { name: 'Vu' }).press('Enter');
  await expect(lost).toBeHidden();
  await expect(notice).toHaveCount(0);

  await room.hub.kill();
  await expect(hold).toBeDisabled();
  await expect(form).toContainText('Hors ligne : l’éclairage ne se commande pas d’ici.');
  await expect(panel).toContainText(/État de \d\d:\d\d:\d\d, il y a .*les lampadaires ne sont plus suivis/);
  await expect(state).toContainText('au dernier contact');
  await expect(state.getByRole('button', { name: 'Tout annuler' })).toBeDisabled();
  await page.screenshot({ path: 'test-results/screens/lighting-offline-1920.png' });
  // A lamp's own card is as old as the rest, and says so.
  await page.keyboard.press('/');
  await page.keyboard.type('jeannin:4');
  await page.getByRole('option', { name: lampId('rue Jeannin', 4) }).click();
  const card = page.getByRole('region', { name: 'Lampadaire', exact: true });
  await expect(card).toContainText(/État de \d\d:\d\d:\d\d, il y a .+\s: n’est plus suivi/);
  await expect(card).toContainText(/au dernier relevé\s: /);
  await page.screenshot({ path: 'test-results/screens/lighting-card-cut-1920.png' });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: 'test-results/screens/lighting-card-cut-1366.png' });
  await gateway.close();
});
