import { createSocket, type Socket } from 'node:dgram';

/** Record types (RFC 1035 section 3.2.2). */
const TYPES = { A: 1, NS: 2, MX: 15, TXT: 16, AAAA: 28 } as const;
type RecordType = keyof typeof TYPES;

const name = (text: string): Buffer =>
  Buffer.concat([
    ...(text === '' ? [] : text.split('.')).map((label) =>
      Buffer.from([label.length, ...Buffer.from(label)]),
    ),
    Buffer.from([0]),
  ]);

const strings = (text: string): Buffer =>
  Buffer.concat(
    (text.match(/[^]{1,255}/g) ?? ['']).map((part) =>
      Buffer.from([part.length, ...Buffer.from(part, 'latin1')]),
    ),
  );

const data: Readonly<Record<RecordType, (value: string) => Buffer>> = {
  A: (value) => Buffer.from(value.split('.').map(Number)),
  AAAA: () => Buffer.alloc(16),
  MX: (value) => Buffer.concat([Buffer.from([0, 10]), name(value)]),
  NS: name,
  TXT: strings,
};

/** A name server on this machine (UDP, RFC 1035) that knows what a test gave it. */
export class TestNameServer {
  /** Values by name and type, `TXT contoh.go.id`; what is not here does not exist. */
  readonly records = new Map<string, string[]>();
  /** Whether questions are left without an answer. */
  isSilent = false;
  private readonly socket: Socket = createSocket('udp4');

  async listen(): Promise<void> {
    this.socket.on('message', (question, from) => {
      if (!this.isSilent) this.socket.send(this.answer(question), from.port, from.address);
    });
    await new Promise<void>((resolve) => this.socket.bind(0, '127.0.0.1', resolve));
  }

  get address(): string {
    return `127.0.0.1:${this.socket.address().port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.socket.close(resolve));
  }

  private answer(question: Buffer): Buffer {
    const labels: string[] = [];
    let at = 12;
    for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
      labels.push(question.subarray(at + 1, at + 1 + length).toString());
      at += 1 + length;
    }
    const asked = question.subarray(12, at + 5);
    const number = question.readUInt16BE(at + 1);
    const type = (Object.keys(TYPES) as RecordType[]).find((each) => TYPES[each] === number);
    const values = (type && this.records.get(`${type} ${labels.join('.').toLowerCase()}`)) ?? [];
    const header = Buffer.from(question.subarray(0, 12));
    header.writeUInt16BE(values.length > 0 ? 0x8180 : 0x8183, 2);
    [1, values.length, 0, 0].forEach((count, index) => header.writeUInt16BE(count, 4 + 2 * index));
    const answers = values.map((value) => {
      const content = type ? data[type](value) : Buffer.alloc(0);
      const fixed = Buffer.from([0xc0, 12, 0, number, 0, 1, 0, 0, 0, 60, 0, 0]);
      fixed.writeUInt16BE(content.length, 10);
      return Buffer.concat([fixed, content]);
    });
    return Buffer.concat([header, asked, ...answers]);
  }
}
