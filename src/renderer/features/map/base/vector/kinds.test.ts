import { describe, expect, test } from 'vitest';
import { drawnAs, nameOf, placeAs } from './kinds.ts';

describe('what is drawn of vector tiles', () => {
  test.each<[string, object, boolean, string | undefined]>([
    // Protomaps 4: https://docs.protomaps.com/basemaps/layers
    ['roads', { kind: 'highway' }, false, 'main'],
    ['roads', { kind: 'major_road' }, false, 'main'],
    ['roads', { kind: 'minor_road' }, false, 'minor'],
    ['roads', { kind: 'path' }, false, 'path'],
    ['roads', { kind: 'rail' }, false, 'rail'],
    ['roads', { kind: 'ferry' }, false, undefined],
    ['water', { kind: 'lake' }, true, 'water'],
    ['water', { kind: 'stream' }, false, 'river'],
    ['landuse', { kind: 'park' }, true, 'park'],
    ['landuse', { kind: 'industrial' }, true, undefined],
    ['buildings', { kind: 'building' }, true, 'block'],
    ['boundaries', { kind: 'country' }, false, undefined],
    // OpenMapTiles 3: https://openmaptiles.org/schema
    ['transportation', { class: 'motorway' }, false, 'main'],
    ['transportation', { class: 'secondary' }, false, 'main'],
    ['transportation', { class: 'tertiary' }, false, 'minor'],
    ['transportation', { class: 'track' }, false, 'path'],
    ['transportation', { class: 'rail' }, false, 'rail'],
    ['waterway', { class: 'river' }, false, 'river'],
    ['landcover', { class: 'wood' }, true, 'park'],
    ['park', { class: 'national_park' }, true, 'park'],
    ['building', {}, true, 'block'],
    ['poi', { class: 'bar' }, false, undefined],
  ])('%s %o, an area: %s, is %s', (layer, properties, isArea, drawn) =>
    expect(drawnAs(layer, properties as Record<string, string>, isArea)).toBe(drawn),
  );

  test('communes and their quarters are named, countries and shops are not', () => {
    expect(placeAs('places', { kind: 'locality' })).toBe('commune');
    expect(placeAs('places', { kind: 'neighbourhood' })).toBe('quarter');
    expect(placeAs('places', { kind: 'country' })).toBeUndefined();
    expect(placeAs('place', { class: 'village' })).toBe('commune');
    expect(placeAs('place', { class: 'suburb' })).toBe('quarter');
    expect(placeAs('poi', { class: 'village' })).toBeUndefined();
  });

  test('a name is French where there is one', () => {
    expect(nameOf({ name: 'Straßburg', 'name:fr': 'Strasbourg' })).toBe('Strasbourg');
    expect(nameOf({ name: ' Dijon ' })).toBe('Dijon');
    expect(nameOf({ name: '' })).toBeUndefined();
    expect(nameOf({})).toBeUndefined();
  });
});
