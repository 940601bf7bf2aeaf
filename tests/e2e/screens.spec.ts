import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Position } from '../../src/shared/geo/position.ts';
import { SCREEN } from '../support/console.ts';
import { demoCity } from '../support/demo-city.ts';
import { expect, test } from '../support/e2e.ts';
import type { ForeignSeat } from '../support/foreign-seat.ts';
import { illegible } from '../support/legible.ts';
import { openTicket, queueOf, rowOf, signIn, ticketOf } from '../support/operator.ts';
import type { Room } from '../support/room.ts';
import { catalogued, demoCameras } from '../support/test-cameras.ts';
import { tileIn, tilePlaying } from '../support/tile.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SCREENS = join(ROOT, 'test-results/screens');
/** The pictures in the README; written anew where UPDATE_SCREENSHOTS=1 says so, and then committed. */
const SHOWN = join(ROOT, 'docs/screenshots');
const FFMPEG = 'ffmpeg';
const SMALL = { width: 1366, height: 768 } as const;
const MALAISE = 'Malaise, personne inconsciente';
const RIXE = 'Rixe, cinq personnes';

/** Those in view that nobody disturbs. */
const FROZEN = 'Liberté, n° 52';
/** Beside the work two play. */
const CAMERAS = ['Liberté × Bossuet', FROZEN];

/** The demo's, one of them turned towards the ticket that is open. */
const watched = (farm: string) =>
  demoCameras.slice(0, 4).map((camera) => {
    const entry = catalogued(camera, farm);
    return camera.name === FROZEN ? { ...entry, azimuth: 107, fieldOfView: 40, range: 260 } : entry;
  });

interface Said {
  readonly title: string;
  readonly kind: string;
  readonly priority: 1 | 2 | 3 | 4;
  readonly place: string;
  readonly position: Position;
  readonly service?: string;
}
/** A night in the middle of Dijon. */
const NIGHT: readonly Said[] = [
  {
    title: 'Véhicule gênant, voie de bus',
    kind: 'blockingVehicle',
    priority: 3,
    place: 'Boulevard de Sévigné',
    position: [5.0318, 47.3236],
    service: 'parking',
  },
  {
    title: 'Tapage, sortie de bar',
    kind: 'noise',
    priority: 3,
    place: 'Rue Berbisey',
    position: [5.0386, 47.3172],
  },
  {
    title: 'Feux au clignotant',
    kind: 'signalOut',
    priority: 3,
    place: 'Rue d’Auxonne',
    position: [5.0487, 47.3144],
    service: 'roads',
  },
  {
    title: 'Lampadaire éteint, signalé deux fois',
    kind: 'lampReported',
    priority: 4,
    place: 'Rue de Mirande',
    position: [5.0482, 47.3201],
    service: 'lighting',
  },
  {
    title: 'Tag sur coffret',
    kind: 'tag',
    priority: 4,
    place: 'Rue du Faubourg-Raines',
    position: [5.0312, 47.3183],
    service: 'cleaning',
  },
  { title: RIXE, kind: 'fight', priority: 2, place: 'Place de la République', position: [5.0456, 47.3262] },
  {
    title: 'Fumée, local à poubelles',
    kind: 'smoke',
    priority: 2,
    place: '9, rue Monge',
    position: [5.0362, 47.3193],
  },
  {
    title: 'Intrusion, porte ouverte',
    kind: 'intrusion',
    priority: 2,
    place: 'École, rue de Tivoli',
    position: [5.0402, 47.3148],
    service: 'buildings',
  },
  {
    title: MALAISE,
    kind: 'personDown',
    priority: 1,
    place: '41, rue de la Liberté',
    position: [5.0399, 47.3219],
  },
  {
    title: 'Collision, un blessé',
    kind: 'collision',
    priority: 1,
    place: 'Place Wilson',
    position: [5.0448, 47.3153],
  },
];

/** A room as on any night: the city lit, ten tickets, one of them mine, its cameras playing. */
async function nightShift(room: Room, page: Page): Promise<ForeignSeat> {
  const colleague = await room.colleague('seat-02', 'p-2');
  await signIn(page, 'Camille Petit');
  for (const said of NIGHT) await room.field.call(said);
  await expect(queueOf(page)).toContainText('10 ouvertes');
  const fumee = (await colleague.snapshot()).find(({ title }) => title.startsWith('Fumée'))!;
  await colleague.command(colleague.on('ticket.claim', fumee.id, fumee.version));
  await openTicket(page, MALAISE);
  await page.keyboard.press('c');
  await expect(ticketOf(page)).toContainText('À vous');
  await note(page, 'Appelante sur place, respire bruyamment');
  await expect(ticketOf(page)).toContainText('Votre note');
  for (const name of CAMERAS) await expect(tilePlaying(page, name)).toBeVisible();
  return colleague;
}

async function note(page: Page, text: string): Promise<void> {
  await page.keyboard.press('t');
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
}

/** The lamps of the ticket's street, and a higher level that is not ordered yet. */
async function chooseStreet(page: Page): Promise<void> {
  await page.keyboard.press('Alt+2');
  const search = page.getByPlaceholder('Tapez un nom');
  await search.fill('liberté');
  await page.getByRole('option', { name: /^rue de la Liberté/ }).waitFor();
  await search.press('Enter');
  const level = page.getByRole('slider', { name: 'Niveau demandé' });
  await level.fill('80');
  await page.getByRole('textbox', { name: 'Motif' }).fill('Malaise, secours attendus');
  await expect(page.getByRole('button', { name: /^Commander \d+ lampadaires/ })).toBeEnabled();
}

interface Size {
  readonly width: number;
}

/** A picture of the screen, on which nothing sticks out, and what must be read can be. */
async function picture(page: Page, name: string, { width }: Size): Promise<void> {
  await page.mouse.move(0, 0);
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll('header, nav, main, section[aria-label], dialog[open]')]
      .filter((part) => {
        const { left, top, right, bottom } = part.getBoundingClientRect();
        return left < 0 || top < 0 || right > window.innerWidth + 1 || bottom > window.innerHeight + 1;
      })
      .map((part) => part.getAttribute('aria-label') ?? part.tagName),
  );
  expect(outside, `${name}: parts that stick out of the screen`).toEqual([]);
  // A map in flight lays out its tags when it arrives.
  await expect.poll(() => illegible(page), `${name}: what can't be read`).toEqual([]);
  await page.screenshot({ path: join(SCREENS, `${name}-${width}.png`) });
}

/** 256 colours are plenty for a page that shows what it is like, and a third of the bytes. */
async function show(page: Page, name: string): Promise<void> {
  const file = join(SHOWN, `${name}.png`);
  const whole = join(SCREENS, 'whole.png');
  await page.screenshot({ path: whole });
  const palette = '[0:v]split[a][b];[a]palettegen[p];[b][p]paletteuse=dither=none';
  const { status } = spawnSync(FFMPEG, ['-v', 'error', '-y', '-i', whole, '-lavfi', palette, file]);
  rmSync(whole);
  expect(status).toBe(0);
  expect(statSync(file).size).toBeLessThan(600_000);
}

async function setTheme(page: Page, theme: 'Nuit' | 'Jour'): Promise<void> {
  await page.keyboard.press('Alt+7');
  await page.getByRole('combobox', { name: 'Thème' }).selectOption(theme);
}

/** The room of the pictures: no lamp's fault becomes a ticket in the midst of them. */
const lighting = { faultSettleSeconds: 3_600, faultQuietSeconds: 3_600, faultLongestSeconds: 7_200 };

for (const size of [SCREEN, SMALL]) {
  test(`the designed states fit a screen ${size.width} wide`, async ({ start }) => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-city-'));
    mkdirSync(SCREENS, { recursive: true });
    const { hub, lamps } = demoCity(folder);
    const room = await start({
      cameras: 4,
      catalogue: watched,
      hub: { ...hub, config: { ...hub.config, lighting } },
    });
    await room.field.say(lamps);
    const { page } = await room.open('seat-01');
    await page.setViewportSize(size);
    const shoot = (name: string) => picture(page, name, size);
    await page.getByRole('combobox').waitFor(); // those who may sit here are known
    await shoot('sign-in');
    const colleague = await nightShift(room, page);
    room.farm?.setFault('LIB-05', 'freeze');
    await expect(tileIn(page, FROZEN, 'image figée')).toBeVisible();
    await shoot('interventions');
    const renew = process.env.UPDATE_SCREENSHOTS === '1' && size === SCREEN;
    if (renew) await show(page, 'interventions');
    room.farm?.setFault('LIB-05', undefined);

    await chooseStreet(page);
    await shoot('lighting');
    if (renew) await show(page, 'lighting');
    await page.keyboard.press('Alt+1');

    await page.keyboard.press('n');
    await page.keyboard.type('rixe');
    await expect(page.getByRole('option', { name: 'Rixe' })).toBeVisible();
    await shoot('new-ticket');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+?');
    await expect(page.getByRole('dialog', { name: 'Raccourcis' })).toBeVisible();
    await shoot('shortcuts');
    await page.keyboard.press('Escape');
    await setTheme(page, 'Jour');
    await shoot('settings-day');
    await page.keyboard.press('Alt+2');
    await expect(page.getByRole('slider', { name: 'Niveau demandé' })).toBeVisible();
    await shoot('lighting-day');
    await page.keyboard.press('Alt+1');
    for (const name of CAMERAS) await expect(tilePlaying(page, name)).toBeVisible();
    await shoot('interventions-day');
    await setTheme(page, 'Nuit');
    await expect(page.getByRole('heading', { name: 'Bases de données' })).toBeVisible();
    await shoot('settings');
    await page.keyboard.press('Alt+1');

    await room.cable('seat-01').unplug();
    await expect(page.getByText(/^Courtier injoignable depuis/)).toBeVisible();
    await openTicket(page, RIXE);
    await page.keyboard.press('c');
    await expect(ticketOf(page)).toContainText('À vous');
    await note(page, 'Riverain signale des cris');
    await openTicket(page, MALAISE);
    await note(page, 'Pompiers sur place');
    await expect(page.getByText('3 commandes gardées ici')).toBeVisible();
    for (const name of CAMERAS) await expect(tilePlaying(page, name)).toBeVisible();
    await shoot('offline');

    const rixe = (await colleague.snapshot()).find(({ title }) => title === RIXE)!;
    await colleague.insist(colleague.on('ticket.claim', rixe.id, rixe.version));
    await room.cable('seat-01').plug();
    const card = page.getByRole('region', { name: /^Conflit sur/ });
    await expect(card).toContainText('Riverain signale des cris');
    await expect(rowOf(page, RIXE)).toContainText('D.\u00a0Roy');
    await shoot('conflict');
    rmSync(folder, { recursive: true });
  });
}
