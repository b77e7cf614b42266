// A relay in front of the server that can hold back or replace an answer, as a busy or restarting server would.
import http from 'node:http';
import { baseURL } from './world.mjs';

/**
 * Runs `use(url)` with a relay at `url`. `meddle(request, response)` is asked once for each request: null relays it, a
 * number relays it and holds the answer back for so many milliseconds, true says that it has answered by itself.
 */
export async function withRelay(meddle, use) {
  const relay = http.createServer((request, response) => {
    const held = meddle(request, response);
    if (held !== true) pass(request, response, held ?? 0);
  });
  await new Promise((ready) => relay.listen(0, '127.0.0.1', ready));
  try {
    return await use(`http://127.0.0.1:${relay.address().port}`);
  } finally {
    relay.closeAllConnections();
    relay.close();
  }
}

function pass(request, response, heldMillis) {
  const onward = http.request(
    new URL(request.url, baseURL),
    { method: request.method, headers: request.headers, agent: false },
    (answer) =>
      setTimeout(() => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      }, heldMillis),
  );
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}
