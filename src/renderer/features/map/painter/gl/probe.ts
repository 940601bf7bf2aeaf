import { CONTEXT } from './program.ts';

/** Points have to be as large as the largest sign on a fine screen. */
const POINT_SIDE = 128;

/** Names of drivers that draw on the processor: slower than the splat painter, which draws less. */
const BY_SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|virgl.*llvm/i;

/** Whether there is a card to draw with; `renderer` is what its driver calls itself. */
export type CardVerdict =
  | { readonly kind: 'card'; readonly renderer: string }
  | { readonly kind: 'software'; readonly renderer: string }
  | { readonly kind: 'small-points'; readonly renderer: string }
  | { readonly kind: 'none' };

/** Tries a context on a canvas of its own and lets go of it. */
export function probeCard(): CardVerdict {
  const gl = document.createElement('canvas').getContext('webgl2', CONTEXT);
  if (gl === null) return { kind: 'none' };
  const renderer = rendererOf(gl);
  const [, points] = gl.getParameter(gl.ALIASED_POINT_SIZE_RANGE) as Float32Array;
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  if (BY_SOFTWARE.test(renderer) || !fast()) return { kind: 'software', renderer };
  return { kind: (points ?? 0) < POINT_SIDE ? 'small-points' : 'card', renderer };
}

/** Asks the browser itself as well: it knows of cards that it doesn't trust. */
function fast(): boolean {
  const gl = document
    .createElement('canvas')
    .getContext('webgl2', { ...CONTEXT, failIfMajorPerformanceCaveat: true });
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return gl !== null;
}

function rendererOf(gl: WebGL2RenderingContext): string {
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(unmasked?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
}
