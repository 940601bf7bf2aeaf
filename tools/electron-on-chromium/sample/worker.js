// A worker's own request under the application's scheme.
fetch('/echo', { method: 'POST', body: 'from the worker' })
  .then((response) => response.text())
  .then(
    (text) => postMessage(text),
    (error) => postMessage(String(error)),
  );
