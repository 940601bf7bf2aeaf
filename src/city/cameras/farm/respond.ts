import type { IncomingMessage, ServerResponse } from 'node:http';
import { assertNever } from '../../../shared/assert-never.ts';
import type { Answer } from './stream.ts';

const METHODS = 'GET, HEAD, OPTIONS';

/** Any page may play; nothing may be kept, or an old picture would come out of a cache as if it were live. */
const HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': METHODS,
  'timing-allow-origin': '*',
  'cache-control': 'no-store',
};

/** Carries out an answer to a viewer's request. */
export function respond(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  switch (answer.kind) {
    case 'reset':
      request.socket.resetAndDestroy();
      return;
    case 'hang':
      return;
    case 'send':
      sendBody(request, response, answer);
      return;
    default:
      assertNever(answer);
  }
}

function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Extract<Answer, { kind: 'send' }>,
): void {
  if (request.method === 'OPTIONS') {
    response.writeHead(204, { ...HEADERS, allow: METHODS }).end();
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...HEADERS, allow: METHODS, connection: 'close' }).end();
    return;
  }
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  response.writeHead(answer.status, {
    ...HEADERS,
    'content-type': answer.type,
    'content-length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
