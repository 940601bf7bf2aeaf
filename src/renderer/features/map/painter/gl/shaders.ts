import { GlyphKind } from '../glyph.ts';
import { LOOKS } from '../look.ts';
import { DASHED, DASHES, PHASES } from '../stamp.ts';

/** How many marks and rings have a place in the uniforms: three bits each. */
export const SIGNS = 8;

/** One point a lamp, no larger than its glyphs, for each of its pixels costs; its centre lies in one of the splat painter's phases. */
export const VERTEX = `#version 300 es
in vec2 position;
in uint look;
uniform vec2 origin;
uniform float scale;
uniform vec2 size;
uniform float markReach[${SIGNS}];
uniform float ringReach[${SIGNS}];
uniform uint looks[${LOOKS}];
flat out vec2 centre;
flat out uint drawn;
void main() {
  vec2 at = position * scale + origin;
  vec2 corner = floor(at);
  centre = corner + (floor((at - corner) * ${PHASES}.0) + 0.5) / ${PHASES}.0;
  drawn = looks[look];
  gl_Position = vec4(centre.x / size.x * 2.0 - 1.0, 1.0 - centre.y / size.y * 2.0, 0.0, 1.0);
  gl_PointSize = 2.0 * max(markReach[drawn & 7u], ringReach[drawn >> 3u]) + 2.0;
}`;

/** The shapes of `stamp.ts`, and its coverage: half a pixel of an edge on either side. */
export const FRAGMENT = `#version 300 es
precision highp float;
precision highp int;
flat in vec2 centre;
flat in uint drawn;
uniform vec2 size;
uniform vec4 marks[${SIGNS}];
uniform vec4 rings[${SIGNS}];
uniform vec3 markInks[${SIGNS}];
uniform vec4 ringInks[${SIGNS}];
out vec4 colour;

float circle(vec2 p, float r, float stroke) {
  return abs(length(p) - r) - stroke / 2.0;
}

float shape(vec4 glyph, vec2 p) {
  float r = glyph.y;
  float stroke = glyph.z;
  switch (int(glyph.x)) {
    case ${GlyphKind.disc}:
      return length(p) - r;
    case ${GlyphKind.ring}:
      return circle(p, r, stroke);
    case ${GlyphKind.square}:
      return abs(max(abs(p.x), abs(p.y)) - r) - stroke / 2.0;
    case ${GlyphKind.cross}: {
      vec2 folded = vec2(abs(abs(p.x) - abs(p.y)), abs(p.x) + abs(p.y)) * sqrt(0.5);
      return length(vec2(folded.x, max(0.0, folded.y - r * sqrt(2.0)))) - stroke / 2.0;
    }
    case ${GlyphKind.dashed}: {
      float turn = (atan(p.y, p.x) / radians(360.0) + 1.0) * ${DASHES}.0;
      float aside = abs(fract(turn) - 0.5) - ${DASHED / 2};
      return max(circle(p, r, stroke), aside * radians(360.0) * r / ${DASHES}.0);
    }
    case ${GlyphKind.half}: {
      float band = abs(length(p) - (glyph.w + r) / 2.0) - (r - glyph.w) / 2.0;
      return min(max(band, p.x), circle(p, r - stroke / 2.0, stroke));
    }
    default:
      return 1e9;
  }
}

float coverage(vec4 glyph, vec2 p) {
  return clamp(0.5 - shape(glyph, p), 0.0, 1.0);
}

void main() {
  vec2 p = vec2(gl_FragCoord.x, size.y - gl_FragCoord.y) - centre;
  uint mark = drawn & 7u;
  uint ring = drawn >> 3u;
  float over = coverage(marks[mark], p);
  float under = coverage(rings[ring], p) * ringInks[ring].a * (1.0 - over);
  if (over + under == 0.0) discard;
  colour = vec4(markInks[mark] * over + ringInks[ring].rgb * under, over + under);
}`;
