/** What a request below a camera's path asks for. */
export type RenditionName = 'main' | 'sub';

export type Resource =
  | { readonly kind: 'multivariant' }
  | { readonly kind: 'playlist'; readonly rendition: RenditionName }
  | { readonly kind: 'init'; readonly rendition: RenditionName; readonly generation: number }
  | {
      readonly kind: 'segment';
      readonly rendition: RenditionName;
      readonly generation: number;
      readonly sequence: number;
    };

/** Names carry the generation, as gateways' do: after a restart the old ones are gone. */
export function initName(generation: number): string {
  return `init-${generation}.mp4`;
}

export function segmentName(generation: number, sequence: number): string {
  return `s${generation}-${sequence}.m4s`;
}

/** A URL path such as `/LIB-03/sub/index.m3u8`; `undefined` when it names nothing a farm could have. */
export function parsePath(
  path: string,
): { readonly cameraId: string; readonly resource: Resource } | undefined {
  const [empty, encodedId, ...rest] = path.split('/');
  const cameraId = decode(encodedId ?? '');
  if (empty !== '' || cameraId === undefined || cameraId === '') return undefined;
  const resource = parseResource(rest);
  return resource === undefined ? undefined : { cameraId, resource };
}

function parseResource(parts: readonly string[]): Resource | undefined {
  if (parts.length === 1 && parts[0] === 'index.m3u8') return { kind: 'multivariant' };
  const [rendition, file] = parts;
  if (parts.length !== 2 || file === undefined || (rendition !== 'main' && rendition !== 'sub'))
    return undefined;
  if (file === 'index.m3u8') return { kind: 'playlist', rendition };
  const init = /^init-(\d{1,9})\.mp4$/.exec(file);
  if (init !== null) return { kind: 'init', rendition, generation: Number(init[1]) };
  const segment = /^s(\d{1,9})-(\d{1,12})\.m4s$/.exec(file);
  if (segment === null) return undefined;
  return { kind: 'segment', rendition, generation: Number(segment[1]), sequence: Number(segment[2]) };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
