import type { Test } from 'supertest';

/** Sends a body with the version that stands, as whoever has just read it does; one that names a version keeps it. */
export function sendAsRead(call: Test, body: object, readVersion: () => Promise<number>): Test {
  if ('version' in body) return call.send(body);
  const end = call.end.bind(call);
  call.end = (callback) => {
    void readVersion().then((version) => {
      call.send({ ...body, version });
      end(callback);
    });
    return call;
  };
  return call;
}
