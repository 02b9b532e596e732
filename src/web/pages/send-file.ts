// A request whose sending can be watched, in the shape of `fetch`: the browser's own `fetch` tells nothing of it.
import type { Fetch } from '#contract/client.ts';

/** `onSent` hears how many bytes are out. Rejects with a `TypeError` when there is no answer, or when stopped. */
export function watchedSend(onSent: (bytes: number) => void, signal: AbortSignal): Fetch {
  return (input, init = {}) =>
    new Promise<Response>((done, fail) => {
      const request = new XMLHttpRequest();
      request.open(init.method ?? 'GET', input);
      for (const [name, value] of new Headers(init.headers)) request.setRequestHeader(name, value);
      request.upload.addEventListener('progress', (event) => onSent(event.loaded));
      request.addEventListener('load', () =>
        done(
          new Response(request.responseText, {
            status: request.status,
            headers: { 'content-type': request.getResponseHeader('content-type') ?? '' },
          }),
        ),
      );
      const stop = () => request.abort();
      signal.addEventListener('abort', stop, { once: true });
      for (const name of ['error', 'abort', 'timeout'])
        request.addEventListener(name, () => fail(new TypeError(`the request ended: ${name}`)));
      request.send(init.body as XMLHttpRequestBodyInit);
    });
}
