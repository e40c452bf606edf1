import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Mails of real programs, and forged ones in the form that such programs send; see each for who it claims to be. */
const folder = join(import.meta.dirname, '..', 'cases', 'mail');

/** What is filled into a case. */
interface CaseFacts {
  visitId: string;
  /** Address of whom the real answers are of. */
  participant: string;
  to: string;
}

/** A case with a visit's UID in it, sent to the address that all mails come from or to somebody's own. */
export async function mailCase(
  name: string,
  { visitId, participant, to }: CaseFacts,
  change = (mail: string): string => mail,
): Promise<string> {
  const raw = (await readFile(join(folder, `${name}.eml`), 'utf8')).replaceAll('\r', '');
  const filled = raw
    .replaceAll('@UID@', visitId)
    .replaceAll('@ORGANIZER@', to)
    .replaceAll('peserta@contoh.test', participant)
    .replaceAll(/^To: .*jadwal@sambang\.test>?$/gm, `To: ${to}`)
    .replace(
      /(text\/calendar; charset=(\S+);[^\n]*\nContent-Transfer-Encoding: base64\n\n)([A-Za-z0-9+/=\n]+)/,
      (_, head, charset, body) => {
        const encoding = charset === 'utf-16' ? 'utf16le' : 'utf8';
        const text = decoded(String(body), encoding).replace(/(?<=^UID:).*01a2.*$/m, visitId);
        return `${String(head)}${base64(text, encoding)}`;
      },
    );
  return change(filled).replace(/\r?\n/g, '\r\n');
}
const decoded = (body: string, encoding: BufferEncoding): string =>
  Buffer.from(body, 'base64').toString(encoding).replaceAll('\r', '');
const base64 = (text: string, encoding: BufferEncoding): string =>
  Buffer.from(text.replaceAll('\n', '\r\n'), encoding).toString('base64').replace(/.{76}/g, '$&\n') + '\n';
