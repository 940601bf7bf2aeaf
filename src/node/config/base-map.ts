import { z } from 'zod';
import { DEEPEST_ZOOM } from '../../shared/geo/tile.ts';

const Zoom = z.int().min(0).max(DEEPEST_ZOOM);
const Longitude = z.number().min(-180).max(180);
const Latitude = z.number().min(-85).max(85);

const Bounds = z
  .tuple([Longitude, Latitude, Longitude, Latitude])
  .refine(([west, south, east, north]) => west < east && south < north, {
    error: 'must be [west, south, east, north] in degrees, west before east and south before north',
  });

/** Braces are no part of an address: what stands in them is put in, so an address is judged with figures in their place. */
const filled = (template: string): string => template.replaceAll(/\{[^{}]*\}/g, '0');
const SAFE = /^(https:\/\/|http:\/\/(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:\d+)?\/)/;

const Template = z
  .string()
  .refine((url) => URL.canParse(filled(url)), 'must be an address, such as https://HOST/{z}/{x}/{y}.png')
  .refine((url) => SAFE.test(url), 'outside loopback, tiles must come over https')
  .refine(
    (url) => /\{z\}/.test(url) && /\{x\}/.test(url) && /\{-?y\}/.test(url),
    'must have {z}, {x} and {y} (or {-y} for rows that count from the south)',
  )
  .refine(
    (url) => [...url.matchAll(/\{([^{}]*)\}/g)].every(([, name]) => /^(z|x|y|-y|key)$/.test(name ?? '')),
    'may hold {z}, {x}, {y}, {-y} and {key} in braces, nothing else',
  );

/** A name and a secret would stand in the configuration for everybody. */
function isBare(url: string): boolean {
  const { username, password, pathname, search } = new URL(url);
  return username === '' && password === '' && pathname === '/' && search === '';
}

/**
 * Where a seat's base map comes from: one PMTiles file, or a server of pictures whose tiles are kept on disk. With
 * neither the streets of the inventory are drawn, and nothing is fetched.
 */
export const BaseMapConfig = z
  .strictObject({
    /** a PMTiles file (version 3), of vector tiles or pictures */
    file: z.string().min(1).optional(),
    /** address of a tile: XYZ, TMS or WMTS in the Web Mercator grid */
    url: Template.optional(),
    /** file that holds what {key} stands for, and nothing else */
    keyFile: z.string().optional(),
    /** through which the server is asked, such as http://proxy.room.example:3128; nobody signs in at it */
    proxy: z
      .url({ protocol: /^https?$/ })
      .refine(isBare, 'must be http(s)://HOST:PORT and nothing else')
      .optional(),
    /** PEM file: authorities of one's own that sign for the server, beside those that are known anyhow */
    ca: z.string().optional(),
    /** what the licence wants said on the map; a file may say it itself */
    attribution: z.string().trim().min(1).max(200).optional(),
    bounds: Bounds.optional(),
    minZoom: Zoom.default(10),
    maxZoom: Zoom.default(18),
    /** how light the pictures are: they are turned to the operator's theme */
    shade: z.enum(['light', 'dark']).default('light'),
    /** the pictures carry names: the map then writes none itself, but tickets and cameras */
    named: z.boolean().default(true),
    /** tiles a second that are fetched beforehand or looked at again */
    perSecond: z.number().min(0.1).max(50).default(4),
    /** the least recently shown tiles go beyond it */
    megabytes: z.int().min(10).max(100_000).default(2_000),
    /** how long a tile is fresh of which the server does not say it */
    freshDays: z.int().min(1).max(3_650).default(30),
    /** who answers for this seat: told to the server with each request, as public servers ask */
    contact: z
      .string()
      .trim()
      .min(3)
      .max(200)
      .regex(/^[\x20-\x7e]+$/, 'must be plain ASCII')
      .optional(),
  })
  .refine(({ file, url }) => (file === undefined) !== (url === undefined), {
    error: 'must have either file (PMTiles) or url (a tile server), and not both',
  })
  .refine(({ url, attribution }) => url === undefined || attribution !== undefined, {
    path: ['attribution'],
    error: 'a tile server wants to be named: say what its licence asks for, such as © OpenStreetMap',
  })
  .refine(({ url, proxy, ca }) => url !== undefined || (proxy === undefined && ca === undefined), {
    path: ['proxy'],
    error: 'proxy and ca go with url: of a file nothing is fetched',
  })
  .refine(({ url, bounds }) => url === undefined || bounds !== undefined, {
    path: ['bounds'],
    error: 'must say what area of the server is used, such as [4.85, 47.22, 5.2, 47.42]',
  })
  .refine(({ minZoom, maxZoom }) => minZoom <= maxZoom, {
    path: ['maxZoom'],
    error: 'must not be less than minZoom',
  })
  .refine(({ url, keyFile }) => (url?.includes('{key}') ?? false) === (keyFile !== undefined), {
    path: ['keyFile'],
    error: 'goes with {key} in url: both, or neither',
  });
export type BaseMapConfig = z.infer<typeof BaseMapConfig>;
