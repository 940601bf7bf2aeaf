import type { Box } from '../../../../shared/geo/box.ts';

/** A base map that lies under the city; its tiles come from the application's own protocol. */
export interface MapBase {
  /** vector tiles are drawn in the map's own colours, pictures are subdued */
  readonly content: 'vector' | 'picture';
  /** of pictures: how light they are, so that they can be turned to the theme */
  readonly shade: 'light' | 'dark';
  readonly attribution: string;
  readonly bounds: Box;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** names are part of the pictures */
  readonly named: boolean;
  /** the server that gives the tiles does not answer */
  readonly isCutOff: boolean;
}

/** What is on the screen of it. */
export interface BaseStatus {
  /** when the oldest tile in view was fetched or last looked at, ms since the epoch; undefined where there is none */
  readonly oldest: number | undefined;
  /** tiles in view that can't be had now */
  readonly missing: number;
}
