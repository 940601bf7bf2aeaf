import { expect, it } from 'vitest';
import { zip } from '../../../../tests/support/zip.ts';
import { isZip, kmlIn } from './kmz.ts';

const open = (bytes: Buffer) => kmlIn(bytes, 'lampes.kmz').toString();
const KML = '<kml><Placemark/></kml>'.repeat(50);

it('takes doc.kml, or the first KML, deflated or stored, whatever lies beside it', () => {
  const icon = { name: 'files/icon.png', text: 'png' };
  const other = { name: 'autre.kml', text: '<kml/>' };
  expect(open(zip([icon, other, { name: 'doc.kml', text: KML }], 'faite par un outil'))).toBe(KML);
  expect(open(zip([icon, { name: 'Éclairage.KML', text: KML, stored: true }, other]))).toBe(KML);
  expect([isZip(zip([icon])), isZip(Buffer.from(KML))]).toEqual([true, false]);
});

it('refuses a bomb, though it lies about its size', () => {
  const bomb = Buffer.alloc(257 * 1024 ** 2);
  expect(() => open(zip([{ name: 'doc.kml', text: bomb }]))).toThrow('unpacks to more than 256 MiB');
  expect(() => open(zip([{ name: 'doc.kml', text: bomb, size: 1_000 }]))).toThrow('unpacks to more than');
});

it('says what else it can not read', () => {
  const whole = zip([{ name: 'doc.kml', text: KML }]);
  expect(() => open(zip([{ name: 'doc.txt', text: KML }]))).toThrow('there is no KML in this KMZ');
  expect(() => open(zip([{ name: 'doc.kml', text: KML, flags: 1 }]))).toThrow('is encrypted');
  expect(() => open(whole.subarray(0, -30))).toThrow('is damaged');
  const torn = Buffer.from(whole);
  torn[40] = torn[40]! ^ 0xff;
  expect(() => open(torn)).toThrow('damaged');
  for (let length = 30; length < whole.length; length += 3)
    expect(() => open(whole.subarray(0, length))).toThrow('lampes.kmz: ');
});
