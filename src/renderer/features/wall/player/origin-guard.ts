import Hls, {
  type HlsConfig,
  type LoaderCallbacks,
  type LoaderConfiguration,
  type LoaderContext,
} from 'hls.js';

/** Text of the error that a refused address raises; `code` is 0, as for every request without an answer. */
export const FOREIGN_ORIGIN = 'foreign origin';

const isForeign = (url: string, origin: string): boolean =>
  URL.canParse(url) ? new URL(url).origin !== origin : url !== '';

/**
 * A loader that stays on one origin: it asks nothing of another one that a playlist names, and drops what a
 * redirect has fetched from there. The CSP holds for all cameras together; this holds for one.
 */
export function loaderWithin(origin: string): HlsConfig['loader'] {
  return class extends Hls.DefaultConfig.loader {
    override load(
      context: LoaderContext,
      config: LoaderConfiguration,
      callbacks: LoaderCallbacks<LoaderContext>,
    ): void {
      const refusal = { code: 0, text: FOREIGN_ORIGIN };
      if (isForeign(context.url, origin)) {
        // Later, as an answer would come: hls.js doesn't expect an error inside load().
        queueMicrotask(() => callbacks.onError(refusal, context, null, this.stats));
        return;
      }
      super.load(context, config, {
        ...callbacks,
        onSuccess: (response, stats, loaded, details) => {
          if (isForeign(response.url, origin)) callbacks.onError(refusal, loaded, details, stats);
          else callbacks.onSuccess(response, stats, loaded, details);
        },
      });
    }
  };
}
