// Takes what webhooks send, on a free port of this machine.
import { createServer } from 'node:http';

const PATIENCE = 60_000;

/**
 * Runs steps with a receiver: its `url`, `posts(count)` that waits for so many and answers all that came, each with
 * `headers` and the raw bytes of the `body`, and `answers(status, …)` for the next posts, 204 after these.
 */
export async function withReceiver(steps) {
  const came = [];
  const refusals = [];
  let arrived = () => {};
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    came.push({ headers: request.headers, body: Buffer.concat(chunks) });
    response.writeHead(refusals.shift() ?? 204).end();
    arrived();
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    await steps({
      url: `http://127.0.0.1:${server.address().port}/taxon?from=flows`,
      answers: (...statuses) => refusals.push(...statuses),
      posts: (count) =>
        new Promise((resolve, reject) => {
          const late = setTimeout(() => reject(new Error(`${came.length} of ${count} posts came`)), PATIENCE);
          arrived = () => {
            if (came.length < count) return;
            clearTimeout(late);
            resolve([...came]);
          };
          arrived();
        }),
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
