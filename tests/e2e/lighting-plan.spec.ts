import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { timeOf } from '../../src/city/clock/city-clock.ts';
import { expect, test } from '../support/e2e.ts';
import { somePeople } from '../support/hub.ts';
import { leaveSeat, signIn } from '../support/operator.ts';
import { shippedPlan, writePlan } from '../support/plan.ts';

const shot = (page: Page, name: string) => page.screenshot({ path: `test-results/screens/plan-${name}.png` });

async function openLighting(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Supervision' }).press('Enter');
  await page.getByRole('tab', { name: 'Éclairage' }).click();
}

test('a supervisor changes steps and groups by keyboard, sees what that changes, publishes with a motive, goes back, and knows their own', async ({
  start,
}) => {
  const now = Date.now();
  const aheadMinutes = Math.ceil((timeOf('02:00', now) - now) / 60_000);
  const room = await start({
    hub: {
      people: [...somePeople, { id: 'p-6', name: 'Noé Faure', role: 'supervisor', domains: [] }],
      config: { lighting: { plan: writePlan(shippedPlan()), aheadMinutes } },
    },
  });
  const { page } = await room.open('seat-01');
  await signIn(page, 'Claude Meunier');
  await openLighting(page);
  await expect(page.getByRole('region', { name: 'Armoires' })).toContainText('Version 1 : 0 armoire sur 6');
  await page.getByRole('button', { name: 'Modifier le plan' }).press('Enter');
  const parts = page.getByRole('navigation', { name: 'Parties du plan' });
  await parts.getByRole('button', { name: 'Nuit profonde' }).press('Enter');
  const effect = page.getByRole('region', { name: 'Ce que cela change' });
  await expect(effect.getByRole('status')).toHaveText('Aucun lampadaire n’éclairerait autrement.');
  const level = page.getByRole('textbox', { name: 'Palier 2, niveau' });
  await level.fill('45');
  await expect(effect.getByRole('status')).toHaveText(/^80 lampadaires suivraient d’autres règles, sur 120/);
  // A Monday: in a weekend streets follow another program.
  await effect.getByRole('textbox', { name: 'Nuit du' }).fill('30/11/2026');
  await expect(effect).toContainText(/kWh de moins/);
  await shot(page, 'edit-1920');
  // What can't be taken is named, and keeps the plan from being published.
  await level.fill('450');
  const publish = page.getByRole('button', { name: 'Mettre en vigueur' });
  await expect(publish).toBeDisabled();
  const fault = page.getByRole('button', { name: /programme « Nuit profonde », palier 2/ });
  await expect(fault).toContainText('Un niveau de 0 à 100');
  await page.getByRole('button', { name: 'Annuler' }).press('Enter');
  await level.fill('45');
  await parts
    .getByRole('region', { name: 'Calendriers' })
    .getByRole('button', { name: 'Rues' })
    .press('Enter');
  await page.setViewportSize({ width: 1366, height: 768 });
  await shot(page, 'calendar-1366');
  await page.setViewportSize({ width: 1920, height: 1080 });

  // Lamps come to another group by the name of their street, which the inventory has.
  await parts.getByRole('button', { name: 'Ajouter un groupe de lampadaires' }).press('Enter');
  const group = page.getByRole('region', { name: 'groupe « Nouveau groupe »' });
  await expect(group).toContainText('80 lampadaires · 80 arrivés d’un autre groupe');
  await group.getByRole('checkbox', { name: 'Rues', exact: true }).press('Space');
  await expect(page.getByRole('button', { name: /groupe « Nouveau groupe »/ })).toContainText(
    'Prend tous les lampadaires',
  );
  await group.getByRole('combobox', { name: /^Ajouter une rue/ }).fill('liberté');
  await page.keyboard.press('Enter');
  await expect(group).toContainText('20 lampadaires · 20 arrivés d’un autre groupe');
  await group.getByText('Qui est dans ce groupe').click();
  await expect(group.getByRole('listitem').filter({ hasText: 'rue de la Liberté (Dijon)' })).toContainText(
    '20 lampadaires',
  );
  await shot(page, 'group-1920');
  await parts.getByRole('button', { name: 'Danger sur la chaussée' }).press('Enter');
  const incident = page.getByRole('region', { name: 'minimum d’intervention « Danger sur la chaussée »' });
  await incident.getByRole('textbox', { name: 'Autour de l’intervention, jusqu’à' }).fill('70');
  await expect(effect).toContainText('Autour des interventions ouvertes maintenant : aucun lampadaire tenu');
  await parts.getByRole('button', { name: 'Cortège sur les boulevards' }).press('Enter');
  await page.getByRole('textbox', { name: 'Partie 2, niveau' }).fill('80');
  await expect(effect).toContainText('Scènes : rien ne change tant qu’aucune n’est commandée.');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);

  // It is kept on the seat's disk.
  await page.reload();
  await openLighting(page);
  await page.getByRole('button', { name: 'Reprendre le brouillon' }).press('Enter');
  await expect(effect.getByRole('status')).toHaveText(/^80 lampadaires/);

  // A colleague publishes meanwhile: both are shown before anything is decided.
  const colleague = await room.colleague('seat-02', 'p-6');
  const shipped = parse(shippedPlan());
  const other = { ...shipped, version: 2, incidents: shipped.incidents.slice(1) };
  const theirs = colleague.make({
    op: 'lightingPlan.publish',
    target: { type: 'lightingPlan', id: 'room' },
    exp: 1,
    args: { plan: other },
    motive: 'Essai du service',
    expiresAt: new Date(Date.now() + 30_000).toISOString(),
  });
  expect(await colleague.command(theirs)).toMatchObject({ code: 'OK' });
  const conflict = page.getByRole('region', { name: 'Quelqu’un d’autre a changé le plan entre-temps' });
  await expect(conflict).toContainText('La version 2 est en vigueur : Noé Faure');
  await expect(conflict).toContainText('Retiré : minimum d’intervention « Personne en danger »');
  await expect(publish).toBeDisabled();
  await shot(page, 'conflict-1920');
  await conflict.getByRole('button', { name: 'Reporter mes changements sur la version 2' }).press('Enter');
  await publish.press('Enter');
  const dialog = page.getByRole('dialog');
  // Theirs stays: what is published is one's own change and no more.
  await expect(dialog.getByRole('listitem')).toHaveText([
    'Modifié : programme « Nuit profonde »',
    'Ajouté : groupe « Nouveau groupe »',
    'Modifié : minimum d’intervention « Danger sur la chaussée »',
    'Modifié : scène « Cortège sur les boulevards »',
  ]);
  await dialog.getByRole('textbox', { name: 'Motif' }).fill('Budget voté');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const versions = page.getByRole('region', { name: 'Versions du plan' });
  await expect(versions.getByRole('listitem').first()).toContainText('Version 3');
  await expect(versions).toContainText('« Budget voté »');
  await versions.getByRole('button', { name: 'Revenir à la version 1' }).press('Enter');
  // Its answer is lost with the dialog and the console itself: the return is known as one's own all the same.
  const kept = (key: string) =>
    page.evaluate((one) => window.vigie.request('prefs.get', { key: one }) as Promise<unknown>, key);
  room.hub.pause();
  await dialog.getByRole('textbox', { name: 'Motif' }).fill('Trop sombre');
  await page.keyboard.press('Enter');
  await expect.poll(() => kept('lightingPlan.restores')).toHaveLength(1);
  await page.reload();
  room.hub.resume();
  await openLighting(page);
  await expect(page.getByText('Version 4 en vigueur : c’est la vôtre')).toBeVisible();
  await expect(versions).toContainText('Retour à la version 1');
  await expect.poll(() => kept('lightingPlan.restores')).toBeNull();
  expect(room.hub.journal('lightingPlan.restore')[0]).toMatchObject({ person: 'p-4', motive: 'Trop sombre' });

  // Its answer comes when nobody waits for it any more: the version is known as one's own, and not as somebody else's.
  await page.getByRole('button', { name: 'Modifier le plan' }).press('Enter');
  await parts.getByRole('button', { name: 'Nuit profonde' }).press('Enter');
  await level.fill('55');
  room.hub.pause();
  await publish.press('Enter');
  await dialog.getByRole('textbox', { name: 'Motif' }).fill('Encore');
  await page.keyboard.press('Enter');
  await expect.poll(() => kept('lightingPlan.draft')).toMatchObject({ sent: [expect.anything()] });
  await page.reload();
  room.hub.resume();
  await openLighting(page);
  await expect(page.getByText('Version 5 en vigueur : c’est la vôtre')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Modifier le plan' })).toBeVisible();
  await expect(versions.getByRole('listitem').first()).toContainText('« Encore »');
  // Whoever keeps the hub's file is told what it says beside that.
  await page.getByRole('button', { name: 'Réglages' }).click();
  const settings = page.getByRole('region', { name: 'Réglages et diagnostic' });
  await expect(settings).toContainText(
    'Le fichier plan.yaml du concentrateur porte la version 1 ; la version 5 a été mise en vigueur',
  );
  await expect(settings.getByRole('link', { name: 'Enregistrer la version 5 comme fichier' })).toBeVisible();

  // An operator reads the same, and has nothing to press that they may not.
  await page.keyboard.press('Alt+1');
  await leaveSeat(page, 'C. Meunier');
  await signIn(page, 'Camille Petit');
  await openLighting(page);
  await expect(versions).toContainText('Retour à la version 1');
  await expect(page.getByRole('button', { name: /^(Modifier le plan|Reprendre le brouillon)$/ })).toHaveCount(
    0,
  );
  await expect(versions.getByRole('button', { name: /^Revenir à la version/ })).toHaveCount(0);
  await shot(page, 'operator-1920');
});
