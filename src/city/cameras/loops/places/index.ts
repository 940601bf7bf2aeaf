import { assertNever } from '../../../../shared/assert-never.ts';
import type { Scene } from '../scene/model.ts';
import { bikeLane } from './bike-lane.ts';
import { boulevard } from './boulevard.ts';
import { carPark } from './car-park.ts';
import { forecourt } from './forecourt.ts';
import { junction } from './junction.ts';
import { parkEdge } from './park-edge.ts';
import { shoppingStreet } from './shopping-street.ts';
import { square } from './square.ts';
import { tramStop } from './tram-stop.ts';

/** The kinds of place a demo camera can look at. */
export type PlaceName =
  | 'shopping-street'
  | 'tram-stop'
  | 'square'
  | 'boulevard'
  | 'junction'
  | 'forecourt'
  | 'park-edge'
  | 'bike-lane'
  | 'car-park';

/** The scene of a place; another seed gives other houses, windows and, for some, another view. */
export function sceneOf(place: PlaceName, seed: number): Scene {
  switch (place) {
    case 'shopping-street':
      return shoppingStreet(seed);
    case 'tram-stop':
      return tramStop(seed);
    case 'square':
      return square(seed);
    case 'boulevard':
      return boulevard(seed);
    case 'junction':
      return junction(seed);
    case 'forecourt':
      return forecourt(seed);
    case 'park-edge':
      return parkEdge(seed);
    case 'bike-lane':
      return bikeLane(seed);
    case 'car-park':
      return carPark(seed);
    default:
      return assertNever(place);
  }
}
