import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a code says: that its holder stands at the door, that of a paper, or that somebody scanned one of them. */
const kinds = { screen: 1, paper: 2, session: 3 } as const;
type CodeKind = keyof typeof kinds;

/** A code as it came, before its visit's secret proves it. */
export interface ReadCode {
  kind: CodeKind;
  visitId: string;
  /** The step of a screen's code, the second of a scan; 0 of a paper. */
  number: number;
  /** Octets that only a scan has; hexadecimal. */
  nonce: string;
  proves(key: string): boolean;
}

const ID = { from: 1, octets: 16 } as const;
const HEAD = 21;
const NONCE = 8;
const MAC = 12;

const secretOf = (key: string, visitId: string): Buffer =>
  createHmac('sha256', key).update(`check-in:${visitId}`).digest();

const macOf = (key: string, visitId: string, signed: Buffer): Buffer =>
  createHmac('sha256', secretOf(key, visitId)).update(signed).digest().subarray(0, MAC);

/** Writes a code in letters that an address takes. */
export function writeCode(
  key: string,
  { kind, visitId, number, nonce = '' }: Pick<ReadCode, 'kind' | 'visitId' | 'number'> & { nonce?: string },
): string {
  const head = Buffer.alloc(HEAD);
  head.writeUInt8(kinds[kind], 0);
  Buffer.from(visitId.replaceAll('-', ''), 'hex').copy(head, ID.from);
  head.writeUInt32BE(number, ID.from + ID.octets);
  const signed = Buffer.concat([head, Buffer.from(nonce, 'hex')]);
  return Buffer.concat([signed, macOf(key, visitId, signed)]).toString('base64url');
}

/** Takes a code apart; null for what cannot be one. */
export function readCode(text: string): ReadCode | null {
  if (!/^[\w-]{44,60}$/.test(text)) return null;
  const octets = Buffer.from(text, 'base64url');
  const kind = (Object.keys(kinds) as CodeKind[]).find((each) => kinds[each] === octets[0]);
  const length = HEAD + MAC + (kind === 'session' ? NONCE : 0);
  if (!kind || octets.length !== length || octets.toString('base64url') !== text) return null;
  const signed = octets.subarray(0, -MAC);
  const hex = octets.subarray(ID.from, ID.from + ID.octets).toString('hex');
  const visitId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return {
    kind,
    visitId,
    number: octets.readUInt32BE(ID.from + ID.octets),
    nonce: signed.subarray(HEAD).toString('hex'),
    proves: (key) => timingSafeEqual(macOf(key, visitId, signed), octets.subarray(-MAC)),
  };
}

/** Octets by which the personal code of a participant is made. */
export const personalOctets = (key: string, visitId: string, participantId: string): Buffer =>
  createHmac('sha256', secretOf(key, visitId)).update(`person:${participantId}`).digest().subarray(0, 8);
