import { describe, expect, it } from 'vitest';
import { classify, type ErrorFacts, isRemark } from './fault.ts';

const network = (details: string, code?: number): ErrorFacts => ({ type: 'networkError', details, code });
const media = (details: string): ErrorFacts => ({ type: 'mediaError', details });

describe('classify', () => {
  it.each<[string, ErrorFacts, string, string]>([
    ['refused at start', network('manifestLoadError', 0), 'unreachable', 'playlist'],
    ['refused while running', network('levelLoadError', 0), 'unreachable', 'playlist'],
    ['unknown path', network('manifestLoadError', 404), 'no-camera', 'playlist'],
    ['withdrawn camera', network('levelLoadError', 410), 'no-camera', 'playlist'],
    ['broken gateway', network('levelLoadError', 500), 'gateway-error', 'playlist'],
    ['broken gateway, segment', network('fragLoadError', 503), 'gateway-error', 'segment'],
    ['no right', network('manifestLoadError', 401), 'auth', 'playlist'],
    ['right expired on segments', network('fragLoadError', 403), 'auth', 'segment'],
    ['segment gone', network('fragLoadError', 404), 'no-segment', 'segment'],
    ['no answer', network('levelLoadTimeOut'), 'timeout', 'playlist'],
    ['no segment in time', network('fragLoadTimeOut'), 'timeout', 'segment'],
    ['a web page', network('manifestParsingError', 200), 'not-hls', 'playlist'],
    ['a web page while running', network('levelParsingError', 200), 'not-hls', 'playlist'],
    ['an empty playlist', network('levelEmptyError'), 'starting', 'playlist'],
    ['garbage', media('fragParsingError'), 'media', 'media'],
    ['damaged payload', media('bufferAppendingError'), 'media', 'media'],
    ['HEVC only', media('manifestIncompatibleCodecsError'), 'unsupported', 'media'],
    ['unknown codec', media('bufferAddCodecError'), 'unsupported', 'media'],
    ['encrypted', { type: 'keySystemError', details: 'keySystemNoKeys' }, 'unsupported', 'media'],
  ])('%s', (_case, facts, reason, source) => {
    expect(classify(facts)).toEqual({ reason, source });
  });

  it('takes a numbering that contradicts itself for a restart', () => {
    const facts = { ...network('levelParsingError', 200), reason: 'media sequence mismatch 12' };
    expect(classify(facts).reason).toBe('restarted');
  });

  it('tells an address that we refused from a gateway that does not answer', () => {
    expect(classify({ ...network('fragLoadError', 0), foreign: true }).reason).toBe('foreign-origin');
  });

  it('knows remarks from faults', () => {
    expect(['aborted', 'bufferStalledError'].every(isRemark)).toBe(true);
    expect(['fragParsingError', 'fragLoadError', 'bufferAppendingError'].some(isRemark)).toBe(false);
  });
});
