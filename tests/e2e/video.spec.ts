import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { freePort } from '../support/free-port.ts';
import { openTicket, signIn, ticketOf } from '../support/operator.ts';
import type { Room } from '../support/room.ts';
import { catalogued, type DemoCamera, demoCameras } from '../support/test-cameras.ts';
import { framesOf, stripOf, tileIn, tileOf, tilePlaying } from '../support/tile.ts';

const TITLE = 'Malaise, personne inconsciente';
const OTHER = 'Rixe devant le théâtre';
const CAMERA = 'Liberté × Bossuet';
/** Where all four of the first cameras are near. */
const position = [5.0405, 47.3232] as const;
/** The first of the demo's cameras, turned about so that each sees that place. */
const around = (count: number) => (farm: string) =>
  demoCameras
    .slice(0, count)
    .map((camera) => ({ ...catalogued(camera, farm), fieldOfView: 360, range: 600 }));
/** Chromium says every request that failed, a reset one as if it had been refused; here that is what the test does. */
const expected = [/^Failed to load resource/, /access the `loopback` address space/];

/** A ticket of one's own in front of the cameras: they play at once. */
async function watch(room: Room): Promise<Page> {
  const { page } = await room.open('seat-01', { expected });
  await signIn(page, 'Camille Petit');
  await room.field.call({ title: TITLE, position });
  await openTicket(page, TITLE);
  await page.keyboard.press('c');
  await expect(ticketOf(page)).toContainText('À vous');
  return page;
}

async function playsOn(tile: Locator): Promise<void> {
  const before = await framesOf(tile);
  await expect.poll(() => framesOf(tile)).toBeGreaterThan(before + 20);
}

test('two tiles play beside the work, and four on request, each the picture of its own camera', async ({
  start,
}) => {
  const room = await start({ seats: ['seat-01'], cameras: 4, catalogue: around(4) });
  const page = await watch(room);
  await expect(page.getByRole('figure')).toHaveCount(2);
  await page.getByRole('button', { name: /autres? caméras? à proximité/ }).click();
  for (const { name, number } of demoCameras.slice(0, 4)) {
    const tile = tilePlaying(page, name);
    await expect(tile).toBeVisible();
    await expect.poll(async () => (await stripOf(tile))?.camera).toBe(number);
    await playsOn(tile);
  }
  await expect(page.getByText('4 sur 4')).toBeVisible();
});

test('a tile that stands still, dies or starts anew says so, and plays again', async ({ start }) => {
  const room = await start({ seats: ['seat-01'], cameras: 1, catalogue: around(1) });
  const page = await watch(room);
  const live = tilePlaying(page, CAMERA);
  await expect(live).toBeVisible();

  await test.step('a tile whose playlist stands still says so, and plays again when it moves', async () => {
    room.farm?.setFault('LIB-03', 'freeze');
    await expect(tileIn(page, CAMERA, 'image figée')).toContainText(/image figée depuis \d+\u00a0s/);
    await expect(tileOf(page, CAMERA)).toContainText('source arrêtée');
    room.farm?.setFault('LIB-03', undefined);
    await expect(live).toBeVisible();
    await playsOn(live);
  });

  await test.step('a tile recovers after its stream dies, and after a restart with a new sequence and init', async () => {
    room.farm?.setFault('LIB-03', 'down');
    await expect(tileIn(page, CAMERA, 'perdue')).toContainText('passerelle injoignable');
    room.farm?.setFault('LIB-03', undefined);
    await expect(live).toBeVisible();
    await playsOn(live);

    const names = await page.evaluate(() => {
      performance.clearResourceTimings();
      return performance.getEntriesByType('resource').length;
    });
    expect(names).toBe(0);
    room.farm?.restart('LIB-03');
    await expect
      .poll(() =>
        page.evaluate(() =>
          performance.getEntriesByType('resource').some(({ name }) => /\/s1-\d+/.test(name)),
        ),
      )
      .toBe(true);
    await expect(live).toBeVisible();
    await playsOn(live);
    await expect.poll(async () => (await stripOf(live))?.camera).toBe(1);
  });
});

test('an address that is unreachable, no HLS, with a password or of another origin is named', async ({
  start,
}) => {
  const closed = `http://127.0.0.1:${await freePort()}`;
  const room = await start({
    seats: ['seat-01'],
    cameras: 4,
    origins: [closed],
    catalogue: (farm) => {
      const [one, two, three, four] = demoCameras as [DemoCamera, DemoCamera, DemoCamera, DemoCamera];
      const withPassword = farm.replace('//', '//operator:secret@');
      return [
        catalogued(one, closed),
        catalogued(two, farm),
        catalogued(three, withPassword),
        catalogued(four, 'http://127.0.0.1:1'),
      ].map((camera) => ({ ...camera, fieldOfView: 360, range: 600 }));
    },
  });
  room.farm?.setFault('LIB-05', 'html');
  const page = await watch(room);
  await page.getByRole('button', { name: /autres? caméras? à proximité/ }).click();
  await expect(tileIn(page, CAMERA, 'perdue')).toContainText('passerelle injoignable');
  await expect(tileIn(page, 'Liberté, n° 52', 'perdue')).toContainText('réponse illisible de la passerelle');
  await expect(tileIn(page, 'Place Darcy', 'adresse refusée')).toContainText(
    'l’adresse contient un mot de passe',
  );
  await expect(tileIn(page, 'Place de la République', 'adresse refusée')).toContainText(
    'serveur absent de la configuration du poste',
  );
  await expect(page.locator('body')).not.toContainText('secret');
});

test('the cameras of somebody else’s ticket want a motive, which goes to the journal', async ({ start }) => {
  const room = await start({ cameras: 1 });
  const colleague = await room.colleague('seat-02', 'p-2');
  const { page } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  await room.field.call({ title: TITLE });
  await openTicket(page, TITLE);
  const [ticket] = await colleague.snapshot();
  await colleague.command(colleague.on('ticket.claim', ticket!.id, ticket!.version));
  await expect(ticketOf(page)).toContainText('À D.\u00a0Roy');
  await expect(tileOf(page, CAMERA)).toHaveCount(0);

  await page.getByRole('button', { name: `Regarder ${CAMERA}…` }).click();
  const dialog = page.getByRole('dialog', { name: `Regarder ${CAMERA}` });
  await dialog.getByRole('textbox', { name: 'Motif' }).fill('Renfort demandé par radio');
  await page.keyboard.press('Enter');
  await expect(tilePlaying(page, CAMERA)).toBeVisible();
  const entries = room.hub.journal('camera.view');
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    seat: 'seat-01',
    target: 'camera:LIB-03',
    motive: 'Renfort demandé par radio',
  });

  // Another ticket is another reason, for the same camera too.
  await room.field.call({ title: OTHER });
  await openTicket(page, OTHER);
  await expect(page.getByRole('button', { name: `Regarder ${CAMERA}…` })).toBeVisible();
  await openTicket(page, TITLE);
  await expect(page.getByRole('button', { name: `Regarder ${CAMERA}…` })).toBeVisible();
  expect(room.hub.journal('camera.view')).toHaveLength(1);
});
