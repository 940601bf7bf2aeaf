import type { SourcedTile } from './tile-source.ts';

/**
 * Paints a picture so that the lamps stay what one sees.
 * @param filter what subdues it, as CSS writes it
 */
export async function paintPicture(
  canvas: HTMLCanvasElement,
  tile: SourcedTile,
  filter: string,
): Promise<SourcedTile> {
  if (tile.kind === 'none') return tile;
  const picture = await createImageBitmap(tile.body);
  canvas.width = picture.width;
  canvas.height = picture.height;
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.filter = filter;
    context.drawImage(picture, 0, 0);
  }
  picture.close();
  return tile;
}
