import { LackingError, strict } from '../lacking.ts';

/** Electron's Menu: there is none, and an application may say that it wants none. */
export const Menu = strict('Menu', {
  setApplicationMenu(menu: unknown): void {
    if (menu !== null) throw new LackingError('Menu.setApplicationMenu with a menu');
  },
  getApplicationMenu: () => null,
});
