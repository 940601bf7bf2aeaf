import { z } from 'zod';

/**
 * How a camera can misbehave, for demos and tests:
 * `down` resets connections · `freeze` the playlist stops moving · `ended` it stops and says so ·
 * `404`, `500` every answer · `hang` no answer · `html` a sign-in page with status 200 ·
 * `garbage` segments that are no video · `segments-404` a playlist whose segments are missing ·
 * `empty` a playlist without segments.
 */
export const CameraFault = z.enum([
  'down',
  'freeze',
  'ended',
  '404',
  '500',
  'hang',
  'html',
  'garbage',
  'segments-404',
  'empty',
]);
export type CameraFault = z.infer<typeof CameraFault>;
