import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A mail server that takes everything and keeps nothing, in a process of its own; for `bench-mails`. It sends its port. */
const END_OF_MAIL = '\r\n.\r\n';

function serve(socket: Socket): void {
  let unread = '';
  let isContent = false;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  const command = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase();
    isContent = verb === 'DATA';
    if (verb === 'EHLO') say('250-sink\r\n250 8BITMIME');
    else say(isContent ? '354 go on' : verb === 'QUIT' ? '221 bye' : '250 ok');
    if (verb === 'QUIT') socket.end();
  };
  /** Takes what is whole of what came. @returns whether there was something */
  const take = (): boolean => {
    const end = isContent ? END_OF_MAIL : '\r\n';
    const at = unread.indexOf(end);
    if (at < 0) return false;
    const part = unread.slice(0, at);
    unread = unread.slice(at + end.length);
    if (isContent) {
      isContent = false;
      say('250 taken');
    } else command(part);
    return true;
  };
  socket.setEncoding('latin1').setNoDelay(true);
  socket.on('data', (text: string) => {
    unread += text;
    while (take());
  });
  socket.on('error', () => undefined);
  say('220 sink');
}

const server = createServer(serve);
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
