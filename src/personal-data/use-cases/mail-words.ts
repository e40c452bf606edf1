import type { ParsedMail } from 'mailparser';

/** Mails in mails that are looked into. */
const DEEPEST = 4;

/** Everything that can be read in a mail: as it stands, and with its parts decoded. */
export async function mailWords(source: Buffer, depth = 0): Promise<string> {
  const raw = source.toString('latin1');
  const mail = await parsed(source);
  if (!mail) return raw;
  const parts = await Promise.all(
    mail.attachments.map(async ({ contentType, content, filename }) => {
      const isMail = contentType === 'message/rfc822' && depth < DEEPEST;
      return `${filename ?? ''}\n${isMail ? await mailWords(content, depth + 1) : content.toString('utf8')}`;
    }),
  );
  const headers = [...mail.headers.values()].map((value) => JSON.stringify(value));
  const { text = '', html } = mail;
  return [raw, source.toString('utf8'), ...headers, text, html === false ? '' : html, ...parts].join('\n');
}

/** Null for what is no mail. */
async function parsed(source: Buffer): Promise<ParsedMail | null> {
  // Loaded with the first mail that is read: it takes long.
  const { simpleParser } = await import('mailparser');
  try {
    return await simpleParser(source, { skipImageLinks: true });
  } catch {
    return null;
  }
}
