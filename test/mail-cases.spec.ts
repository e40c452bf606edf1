import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ReceiveMail } from '../src/replies/index.js';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { returnAddressOf } from './support/replies.js';
import { confirmed, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

/** Mails of real programs, and forged ones in the form that such programs send; see each for who it claims to be. */
const folder = join(import.meta.dirname, 'cases', 'mail');
const uji = { name: 'Peserta Uji', email: 'uji@contoh.test', side: 'guest', role: 'leader' };
const kedua = { name: 'Peserta Kedua', email: 'kedua@contoh.test', side: 'guest', role: 'member' };
const ORGANIZER = 'jadwal@sambang.test';

let app: TestApp;
let people: UsualPeople;
let visit: ShownVisit;

beforeAll(async () => {
  app = await startApp({ MAIL_FROM: `Sambang <${ORGANIZER}>`, MAIL_AUTHSERV_ID: 'mx.sambang.test' });
  people = await usualPeople(app);
  visit = await confirmed(app, people.guest, people.host, { participants: [uji, kedua] });
  await app.settle();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.database.query('DELETE FROM received_mail');
  await app.database.query('DELETE FROM calendar_reply');
  await app.database.query('DELETE FROM address_fault');
  await app.database.query(`UPDATE visit_participant SET answer = 'needs-action', answered_at = NULL`);
});

/** A case with this visit's UID in it, sent to the address that all mails come from or to somebody's own. */
async function theCase(
  name: string,
  to = ORGANIZER,
  change = (mail: string): string => mail,
): Promise<string> {
  const raw = (await readFile(join(folder, `${name}.eml`), 'utf8')).replaceAll('\r', '');
  const filled = raw
    .replaceAll('@UID@', visit.id)
    .replaceAll('@ORGANIZER@', to)
    .replaceAll('peserta@contoh.test', uji.email)
    .replaceAll(/^To: .*jadwal@sambang\.test>?$/gm, `To: ${to}`)
    .replace(
      /(text\/calendar[^\n]*\nContent-Transfer-Encoding: base64\n\n)([A-Za-z0-9+/=\n]+)/,
      (_, head, body) =>
        [head, base64(decoded(String(body)).replace(/(?<=^UID:).*01a2.*$/m, visit.id))].join(''),
    );
  return change(filled).replace(/\r?\n/g, '\r\n');
}
const decoded = (body: string): string => Buffer.from(body, 'base64').toString('utf8').replaceAll('\r', '');
const base64 = (text: string): string =>
  Buffer.from(text.replaceAll('\n', '\r\n')).toString('base64').replace(/.{76}/g, '$&\n') + '\n';

const receive = async (mail: string) => (await app.app.get(ReceiveMail).execute(Buffer.from(mail)))?.outcome;
const shown = async () =>
  (
    await api(app)
      .get('/api/visits/{id}', { as: people.guest, path: { id: visit.id } })
      .expect(200)
  ).body;
const answerOf = async (email: string) =>
  (await shown()).participants.find((participant) => participant.email === email)?.answer;
const questions = async () => {
  const { body } = await api(app).get('/api/visits/{id}/reply-questions', {
    as: people.guest,
    path: { id: visit.id },
  });
  return (body as { items: Record<string, unknown>[] }).items;
};
const own = () => returnAddressOf(app, visit.id, uji.email);
const faults = () => app.database.query('SELECT email, status FROM address_fault');

describe('an answer to the own address counts', () => {
  test.each([
    ['thunderbird-153-accepted', 'accepted'],
    ['thunderbird-153-declined', 'declined'],
    ['google-declined-note', 'declined'],
    ['plus-from', 'accepted'],
    ['yahoo-two-attendees', 'declined'],
    ['received-spf-only', 'declined'],
  ])('%s', async (name, answer) => {
    expect(await receive(await theCase(name, await own()))).toBe('answer');
    expect(await answerOf(uji.email)).toBe(answer);
    expect(await answerOf(kedua.email)).toBe('needs-action');
    expect(await questions()).toEqual([]);
  });

  test('also when only ORGANIZER names it', async () => {
    const address = await own();
    const mail = await theCase('thunderbird-153-accepted', address, (text) =>
      text
        .replace(/^(?:X-Original-To|Delivered-To): .*\n/gm, '')
        .replace(/^\tfor <.*$/m, '\tfor <x>; x')
        .replace(/^To: .*$/m, `To: ${ORGANIZER}`),
    );
    expect(await receive(mail)).toBe('answer');
    expect(await answerOf(uji.email)).toBe('accepted');
  });
});

describe('an answer to the address that everybody knows', () => {
  test.each([
    ['thunderbird-153-declined', 'declined'],
    ['two-from', 'declined'],
    ['received-spf-only', 'declined'],
    ['plus-from', 'accepted'],
    ['google-declined-note', 'declined'],
  ])('%s is a question', async (name, answer) => {
    const before = await shown();
    expect(await receive(await theCase(name))).toBe('question');
    expect(await shown()).toEqual(before);
    expect(await questions()).toMatchObject([
      { participantName: uji.name, kind: 'answer', answer, isProven: false },
    ]);
  });

  test('counts when the own server vouches for its sender, and only that one', async () => {
    const vouched = (server: string, verdict: string) => (mail: string) =>
      `Authentication-Results: ${server}; ${verdict}\n${mail}`;
    const pass = 'dmarc=pass header.from=contoh.test';
    for (const [server, verdict, outcome] of [
      ['mx.jahat.test', pass, 'question'],
      ['mx.sambang.test', 'spf=fail smtp.mailfrom=uji@contoh.test; dkim=none; dmarc=none', 'question'],
      ['mx.sambang.test', 'dmarc=fail header.from=contoh.test', 'sender-forged'],
      ['mx.sambang.test', pass, 'answer'],
    ] as const) {
      expect(await receive(await theCase('google-declined-note', ORGANIZER, vouched(server, verdict)))).toBe(
        outcome,
      );
      expect(await answerOf(uji.email)).toBe(outcome === 'answer' ? 'declined' : 'needs-action');
    }
    expect(await receive(await theCase('two-from', ORGANIZER, vouched('mx.sambang.test', pass)))).not.toBe(
      'answer',
    );
  });

  test('is no more than that with the token of another invited person, or of another visit', async () => {
    const ofKedua = await returnAddressOf(app, visit.id, kedua.email);
    expect(await receive(await theCase('google-declined-note', ofKedua))).toBe('question');
    const elsewhere = await returnAddressOf(app, '0199a5b4-1111-7000-8000-000000000009', uji.email);
    expect(await receive(await theCase('google-declined-note', elsewhere))).toBe('question');
    const guessed = ORGANIZER.replace('@', `+${'a'.repeat(26)}@`);
    expect(await receive(await theCase('google-declined-note', guessed))).toBe('question');
    expect(await answerOf(uji.email)).toBe('needs-action');
  });
});

test('an absence notice that quotes the invitation is no answer, by whatever address', async () => {
  expect(await receive(await theCase('ooo-quoting-invite', await own()))).toBe('not-understood');
  expect(await receive(await theCase('ooo-quoting-invite'))).toBe('not-understood');
  expect(await answerOf(uji.email)).toBe('needs-action');
  expect(await questions()).toEqual([]);
});

describe('plain words', () => {
  test('to the own address are shown to the officers as that person’s, and do nothing', async () => {
    expect(await receive(await theCase('human-words-only', await own()))).toBe('question');
    expect(await answerOf(uji.email)).toBe('needs-action');
    expect(await questions()).toMatchObject([
      { participantName: uji.name, kind: 'words', words: 'Siap, saya hadir. Terima kasih.', isProven: true },
    ]);
  });

  test('in answer to a mail of ours are shown as said to be that person’s', async () => {
    const [mail] = await app.database.query<{ message_id: string }>(
      'SELECT message_id FROM mail WHERE stream = $1 AND recipient_email = $2',
      [visit.id, uji.email],
    );
    const answers = (text: string) => text.replace('<x@sambang.test>', mail?.message_id ?? '');
    expect(await receive(await theCase('human-words-only', ORGANIZER, answers))).toBe('question');
    expect(await questions()).toMatchObject([{ kind: 'words', isProven: false }]);
    const stranger = (text: string) => answers(text).replace('uji@contoh.test', 'siapa@jahat.test');
    expect(await receive(await theCase('human-words-only', ORGANIZER, stranger))).toBe('not-understood');
  });

  test('about nothing of ours are kept', async () => {
    expect(await receive(await theCase('human-words-only'))).toBe('not-understood');
    expect(await questions()).toEqual([]);
  });
});

describe('a report that mail did not arrive', () => {
  const returned = async () => {
    const [mail] = await app.database.query<{ message_id: string }>(
      'SELECT message_id FROM mail WHERE stream = $1 AND recipient_email = $2',
      [visit.id, uji.email],
    );
    return (text: string) =>
      text.replace('<01a22395-5f1e-77d7-b09d-7c54716071b2@sambang.test>', mail?.message_id ?? '');
  };

  test('that names no mail of ours marks nobody', async () => {
    expect(await receive(await theCase('dsn-forged-stranger'))).toBe('bounce-unknown');
    expect(await receive(await theCase('dsn-mailbox-full-4xx'))).toBe('bounce-unknown');
    expect(await faults()).toEqual([]);
  });

  test('of a full mailbox marks nobody; of a missing one it does, and nobody but its recipient', async () => {
    const ours = await returned();
    expect(await receive(await theCase('dsn-mailbox-full-4xx', ORGANIZER, ours))).toBe('bounce');
    expect(await faults()).toEqual([]);
    const of = (email: string) => (text: string) =>
      ours(text).replaceAll('4.2.2', '5.1.1').replace(`rfc822; ${uji.email}`, `rfc822; ${email}`);
    expect(await receive(await theCase('dsn-mailbox-full-4xx', ORGANIZER, of(kedua.email)))).toBe(
      'bounce-unknown',
    );
    expect(await faults()).toEqual([]);
    expect(await receive(await theCase('dsn-mailbox-full-4xx', ORGANIZER, of(uji.email)))).toBe('bounce');
    expect(await faults()).toEqual([{ email: uji.email, status: '5.1.1' }]);
  });

  test('proves itself by the return address that it came to, where the mail itself is left out', async () => {
    const bare = (text: string) =>
      text.replaceAll('4.2.2', '5.2.1').replaceAll(/^Message-ID: <01a2.*$/gm, 'X: y');
    expect(await receive(await theCase('dsn-mailbox-full-4xx', ORGANIZER, bare))).toBe('bounce-unknown');
    const ofKedua = await returnAddressOf(app, visit.id, kedua.email);
    expect(await receive(await theCase('dsn-mailbox-full-4xx', ofKedua, bare))).toBe('bounce-unknown');
    expect(await faults()).toEqual([]);
    expect(await receive(await theCase('dsn-mailbox-full-4xx', await own(), bare))).toBe('bounce');
    expect(await faults()).toEqual([{ email: uji.email, status: '5.2.1' }]);
  });

  test('of 5,000 addresses at once marks none that it proves nothing of', async () => {
    const groups = Array.from(
      { length: 5_000 },
      (_, n) => `Final-Recipient: rfc822; menteri${n}@contoh.test\nAction: failed\nStatus: 5.1.1\n`,
    ).join('\n');
    const many = (text: string) =>
      text.replace(/Final-Recipient: rfc822; kedua[\s\S]*?User unknown\n/, groups);
    expect(await receive(await theCase('dsn-forged-stranger', ORGANIZER, many))).toBe('bounce-unknown');
    expect(await receive(await theCase('dsn-forged-stranger', await own(), many))).toBe('bounce-unknown');
    expect(await faults()).toEqual([]);
  });
});
