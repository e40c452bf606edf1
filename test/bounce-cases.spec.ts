import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ReceiveMail } from '../src/replies/index.js';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { mailCase } from './support/mail-cases.js';
import { returnAddressOf } from './support/replies.js';
import { confirmed, type ShownVisit } from './support/visits.js';

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
  await app.database.query('DELETE FROM address_fault');
  await app.database.query(
    `UPDATE visit_participant SET answer = 'needs-action', answered_at = NULL, heard_at = NULL`,
  );
});

const theCase = (name: string, to = ORGANIZER, change?: (mail: string) => string) =>
  mailCase(name, { visitId: visit.id, participant: uji.email, to }, change);

const receive = async (mail: string) => (await app.app.get(ReceiveMail).execute(Buffer.from(mail)))?.outcome;
const own = () => returnAddressOf(app, visit.id, uji.email);
const faults = () => app.database.query('SELECT email, status FROM address_fault');

describe('a report that mail did not arrive', () => {
  test.each([
    ['bounce-exim', '5.1.1'],
    ['bounce-exim-local', '5.1.1'],
    ['bounce-qmail', '5.1.1'],
    ['bounce-gmail', '5.1.1'],
    ['bounce-gmail-plain', '5.1.1'],
    ['bounce-exchange', '5.1.1'],
    ['bounce-office365', '5.1.10'],
  ])('%s: marks its recipient when it names our mail, and nobody when not', async (name, status) => {
    const [mail] = await app.database.query<{ message_id: string }>(
      'SELECT message_id FROM mail WHERE stream = $1 AND recipient_email = $2',
      [visit.id, uji.email],
    );
    const filled = (messageId: string, to: string) => (text: string) =>
      text
        .replaceAll('@MESSAGE_ID@', messageId)
        .replaceAll('@RECIPIENT@', uji.email)
        .replaceAll('@RETURN@', to);
    const of = (messageId: string, to: string) => theCase(name, to, filled(messageId, to));
    expect(await receive(await of('<x@sambang.test>', ORGANIZER))).toBe('bounce-unknown');
    expect(await faults()).toEqual([]);
    expect(await receive(await of(mail?.message_id ?? '', ORGANIZER))).toBe('bounce');
    expect(await faults()).toEqual([{ email: uji.email, status }]);
  });

  test('bounce-exim-delay: says nothing yet', async () => {
    await receive(await theCase('bounce-exim-delay', await own()));
    expect(await faults()).toEqual([]);
  });

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

  test('at the address that the recipient has mail forwarded to marks the recipient', async () => {
    const ours = await returned();
    const at = (email: string) => (text: string) =>
      ours(text)
        .replaceAll('4.2.2', '5.1.1')
        .replaceAll(/^(?:Original|Final)-Recipient: .*$/gm, `Final-Recipient: rfc822; ${email}`);
    const report = await theCase('dsn-mailbox-full-4xx', ORGANIZER, at('pribadi@lain.test'));
    expect(await receive(report)).toBe('bounce');
    expect(await faults()).toEqual([{ email: uji.email, status: '5.1.1' }]);
  });

  test('says so of the mail itself, and whose fault it is by its code', async () => {
    const ours = await returned();
    const state = async () =>
      (
        await app.database.query<object>(
          'SELECT state, last_fate, last_error FROM mail WHERE message_id = $1',
          [ours('<01a22395-5f1e-77d7-b09d-7c54716071b2@sambang.test>')],
        )
      )[0];
    const withCode = (code: string) => (text: string) => ours(text).replaceAll('4.2.2', code);
    for (const [code, fate] of [
      ['5.7.1', 'sender-blocked'],
      ['5.2.2', 'later'],
      ['5.6.0', 'refused'],
    ] as const) {
      await app.database.query(`UPDATE mail SET state = 'sent', sent_at = created_at WHERE message_id = $1`, [
        ours('<01a22395-5f1e-77d7-b09d-7c54716071b2@sambang.test>'),
      ]);
      expect(await receive(await theCase('dsn-mailbox-full-4xx', ORGANIZER, withCode(code)))).toBe('bounce');
      expect(await state()).toEqual({ state: 'failed', last_fate: fate, last_error: `${code} (kembali)` });
      expect(await faults()).toEqual([]);
    }
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
