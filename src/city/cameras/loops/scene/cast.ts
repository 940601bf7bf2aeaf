import type { House } from './model.ts';

/** Where a ray ends. Reused by the caller; `house` is undefined on the ground and in the sky. */
export interface Hit {
  /** In lengths of the ray's direction; Infinity in the sky. */
  distance: number;
  house: House | undefined;
  /** 0 and 1: walls across x (facing −x, +x); 2 and 3: across z; 4: roof. */
  face: number;
}

/** Follows a ray from (ox, oy, oz) to the ground or the nearest house. */
export function cast(
  houses: readonly House[],
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  hit: Hit,
): void {
  hit.distance = dy < 0 ? -oy / dy : Number.POSITIVE_INFINITY;
  hit.house = undefined;
  const perX = 1 / dx;
  const perY = 1 / dy;
  const perZ = 1 / dz;
  for (const house of houses) {
    const ax = (house.x0 - ox) * perX;
    const bx = (house.x1 - ox) * perX;
    const az = (house.z0 - oz) * perZ;
    const bz = (house.z1 - oz) * perZ;
    const ay = -oy * perY;
    const by = (house.height - oy) * perY;
    const enterX = Math.min(ax, bx);
    const enterZ = Math.min(az, bz);
    const enterY = Math.min(ay, by);
    let enter = Math.max(enterX, enterZ);
    if (enterY > enter) enter = enterY;
    if (enter <= 1e-4 || enter >= hit.distance) continue;
    const leaveX = Math.max(ax, bx);
    const leaveZ = Math.max(az, bz);
    const leaveY = Math.max(ay, by);
    if (enter > leaveX || enter > leaveZ || enter > leaveY) continue;
    hit.distance = enter;
    hit.house = house;
    hit.face = enter === enterX ? (dx > 0 ? 0 : 1) : enter === enterZ ? (dz > 0 ? 2 : 3) : 4;
  }
}
