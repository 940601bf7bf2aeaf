import { expect, type Locator, type Page } from '@playwright/test';

/** Takes the seat as an operator does: by keyboard. */
export async function signIn(page: Page, name: string): Promise<void> {
  const box = page.getByRole('combobox');
  await box.fill(name);
  await page.getByRole('option', { name }).waitFor();
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue(name);
  await page.keyboard.press('Enter');
  await queueOf(page).waitFor();
}

/** Gives the seat to whoever comes next. @param name as the banner has it, « C. Petit » */
export async function leaveSeat(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name} Poste`) }).click();
  await page.getByRole('menuitem', { name: 'Quitter le poste' }).click();
  await page.getByRole('combobox').waitFor();
}

export const queueOf = (page: Page): Locator => page.getByRole('region', { name: 'File', exact: true });
export const ticketOf = (page: Page): Locator =>
  page.getByRole('region', { name: 'Intervention ouverte', exact: true });

/** What happened to the open ticket, latest first, without the times. */
export const timelineOf = (page: Page): Locator =>
  ticketOf(page).getByRole('list', { name: 'Chronologie' }).locator('li > :nth-child(2)');

/** The line of the queue with this title. */
export const rowOf = (page: Page, title: string): Locator => page.getByRole('row').filter({ hasText: title });

/** Opens a ticket by its line. */
export async function openTicket(page: Page, title: string): Promise<void> {
  await rowOf(page, title).click();
  await expect(ticketOf(page).getByRole('heading', { level: 2, name: title })).toBeVisible();
}

/** Presses Tab until the control has focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  for (let n = 0; n < most; n++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by ${most} times Tab: ${target}`);
}
