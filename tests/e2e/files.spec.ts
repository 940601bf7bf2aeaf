import { readFileSync } from 'node:fs';
import { expect, test } from '../support/e2e.ts';
import { openTicket, signIn, ticketOf, timelineOf } from '../support/operator.ts';
import { picture } from '../support/picture.ts';

const TITLE = 'Chaussée effondrée rue Monge';

test('a photograph attached by keyboard without the room, brought when the link is back, opened by a colleague and taken off', async ({
  start,
}) => {
  const room = await start({ seats: ['seat-01', 'seat-02'] });
  const [{ page }, { page: colleague }] = await Promise.all([room.open('seat-01'), room.open('seat-02')]);
  await Promise.all([signIn(page, 'Camille Petit'), signIn(colleague, 'Dominique Roy')]);
  await room.field.call({ title: TITLE });
  await Promise.all([openTicket(page, TITLE), openTicket(colleague, TITLE)]);
  await expect(timelineOf(page)).toHaveCount(1);
  const files = ticketOf(page).getByRole('list', { name: 'Pièces jointes' });
  const theirs = ticketOf(colleague).getByRole('list', { name: 'Pièces jointes' });
  const photo = picture(900_000);
  const choose = async (name: string, buffer: Buffer) => {
    // The system's own dialog can't be worked from here: that it would be asked for is enough.
    const input = ticketOf(page).locator('input[type=file]');
    const asked = await input.evaluateHandle((element) => {
      const seen = { times: 0 };
      element.addEventListener('click', (event) => {
        event.preventDefault();
        seen.times += 1;
      });
      return seen;
    });
    await page.keyboard.press('o');
    await expect.poll(() => asked.evaluate(({ times }) => times)).toBe(1);
    await input.setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  };

  await choose('outil.jpg', Buffer.from('MZ\x90\x00\x03'));
  await expect(
    page.getByText('«\u202foutil.jpg\u202f» n’a pas été joint\u202f: seules les images'),
  ).toBeVisible();
  await expect(files.getByRole('listitem')).toHaveCount(0);

  await room.cable('seat-01').unplug();
  await expect(page.getByText(/^Courtier injoignable depuis/)).toBeVisible();
  await choose('affaissement', photo);
  await expect(files.getByRole('listitem')).toContainText(['affaissement.png0,9\u00a0Mo · vous']);
  await expect(files).toContainText('pas encore envoyée');
  await expect(files).toContainText('non confirmé');
  await page.screenshot({ path: 'test-results/screens/files-away-1920.png' });
  await room.cable('seat-01').plug();
  await expect(files).toContainText('reçue par le concentrateur');
  await expect(timelineOf(page).first()).toHaveText(
    'Pièce «\u202faffaissement.png\u202f» reçue par le concentrateur',
  );

  await expect(theirs).toContainText('C.\u00a0Petit');
  await theirs.getByRole('button', { name: 'affaissement.png' }).click();
  const dialog = colleague.getByRole('dialog', { name: 'affaissement.png' });
  const shown = dialog.getByRole('img', { name: 'affaissement.png' });
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
  await colleague.screenshot({ path: 'test-results/screens/files-open-1920.png' });
  const [saved] = await Promise.all([
    colleague.waitForEvent('download'),
    dialog.getByRole('link', { name: 'Enregistrer' }).press('Enter'),
  ]);
  expect(saved.suggestedFilename()).toBe('affaissement.png');
  expect(readFileSync(await saved.path()).equals(photo)).toBe(true);
  await colleague.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(theirs.getByRole('listitem')).toHaveCount(1);

  await colleague.setViewportSize({ width: 1366, height: 768 });
  await colleague.screenshot({ path: 'test-results/screens/files-1366.png' });
  await expect(theirs.getByRole('button', { name: 'Retirer' })).toHaveCount(0);
  await files.getByRole('button', { name: 'Retirer affaissement.png' }).click();
  await page.keyboard.type('mauvaise intervention');
  await page.keyboard.press('Enter');
  await expect(files.getByRole('listitem')).toHaveCount(0);
  await expect(theirs.getByRole('listitem')).toHaveCount(0);
  await expect(timelineOf(colleague).first()).toContainText('retirée par C.\u00a0Petit');
});
