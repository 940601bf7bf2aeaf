/**
 * The content security policy of every page: nothing but the application's own files, and video from exactly the
 * configured origins (hls.js fetches playlists and segments, and plays them from a blob: URL).
 */
export function contentSecurityPolicy(videoOrigins: readonly string[]): string {
  const video = videoOrigins.join(' ');
  const directives: Readonly<Record<string, string>> = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'font-src': "'self'",
    'img-src': "'self' data: blob:",
    'connect-src': `'self' ${video}`,
    'media-src': `blob: ${video}`,
    'worker-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value.trim()}`)
    .join('; ');
}
