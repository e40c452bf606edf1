import { describe, expect, test } from '@jest/globals';
import {
  bareFates,
  isDeadAddress,
  judgeFate,
  judgeStatus,
  permanentFates,
  temporaryFates,
  type MailFate,
} from './mail-fate.js';

/** An answer as nodemailer reports it. */
const answered = (command: string, response: string, code = 'EENVELOPE'): Error =>
  Object.assign(new Error(`refused: ${response}`), {
    code,
    command,
    response,
    responseCode: Number(response.slice(0, 3)),
  });
const lost = (code: string, stage: string): Error =>
  Object.assign(new Error('lost'), { code, command: 'CONN', stage });

describe('An answer', () => {
  test.each<[MailFate, string, string]>([
    ['address-dead', 'RCPT TO', '550 5.1.1 <x@y.test>: Recipient address rejected: User unknown'],
    [
      'address-dead',
      'RCPT TO',
      '550-5.1.1 The email account that you tried to reach does not exist.\n550 5.1.1 x',
    ],
    ['address-dead', 'DATA', '550 5.1.1 User unknown'],
    ['address-dead', 'RCPT TO', '553 5.1.2 We weren’t able to find the recipient domain'],
    ['address-dead', 'RCPT TO', '501 5.1.3 Bad recipient address syntax'],
    ['address-dead', 'RCPT TO', '551 5.1.6 moved'],
    ['address-dead', 'RCPT TO', '556 5.1.10 null MX'],
    ['address-dead', 'RCPT TO', '550 #5.1.10 null MX'],
    ['address-dead', 'RCPT TO', '550 5.2.1 The email account that you tried to reach is disabled'],
    ['refused', 'RCPT TO', '550 no such user'],
    ['later', 'RCPT TO', '552 5.2.2 mailbox full'],
    ['later', 'RCPT TO', '552 over quota'],
    ['refused', 'DATA', '552 too big'],
    ['refused', 'RCPT TO', '550 5.4.1 Recipient address rejected: Access denied'],
    ['refused', 'RCPT TO', '550 5.5.0 mailbox unavailable'],
    ['refused', 'RCPT TO', '550 5.7.17 mailbox has a new owner'],
    ['refused', 'DATA', '554 5.6.0 malformed'],
    ['refused', 'DATA', '550 5.7.1 likely unsolicited mail'],
    ['refused', 'DATA', '554 Transaction failed'],
    ['refused', 'DATA', '552 5.3.4 message too big'],
    ['refused', 'MAIL FROM', '552 5.3.4 Message size exceeds fixed limit'],
    ['later', 'RCPT TO', '450 4.2.0 <x@y.test>: Recipient address rejected: Greylisted'],
    ['later', 'RCPT TO', '451 4.7.1 Greylisting in action, please come back later'],
    ['later', 'RCPT TO', '450 4.3.2 Service currently unavailable'],
    ['later', 'RCPT TO', '451 try again'],
    ['later', 'RCPT TO', '452 4.2.2 mailbox full'],
    ['later', 'DATA', '451 4.3.0 lain kali'],
    [
      'sender-blocked',
      'RCPT TO',
      '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using a list',
    ],
    ['sender-blocked', 'RCPT TO', '554 5.7.1 <x@y.test>: Relay access denied'],
    ['sender-blocked', 'RCPT TO', '554 no'],
    ['sender-blocked', 'RCPT TO', '550 5.1.8 Sender address rejected: Domain not found'],
    [
      'sender-blocked',
      'DATA',
      '550-5.7.26 This mail has been blocked because the sender is unauthenticated.\n550 x',
    ],
    ['sender-blocked', 'DATA', '451 4.7.26 unauthenticated'],
    ['server-fault', 'RCPT TO', '421 4.3.2 shutting down'],
    ['server-fault', 'DATA', '421 4.4.2 timeout'],
    ['server-fault', 'MAIL FROM', '553 5.7.1 Sender address rejected: not owned by user'],
    ['server-fault', 'MAIL FROM', '550 5.1.8 sender’s domain unknown'],
    ['server-fault', 'MAIL FROM', '452 4.3.1 Insufficient system storage'],
    ['server-fault', 'RCPT TO', '452 4.3.1 Insufficient system storage'],
    ['server-fault', 'RCPT TO', '530 5.7.0 Authentication required'],
    ['server-fault', 'RCPT TO', '550 5.7.11 encryption needed'],
    ['server-fault', 'CONN', '554 5.7.1 no SMTP service here'],
    ['server-fault', 'EHLO', '550 5.1.1 who?'],
    ['server-fault', 'STARTTLS', '454 4.7.0 TLS not available'],
    ['server-fault', 'RSET', '500 x'],
  ])('%s: at %s, %s', (fate, command, response) => {
    expect(judgeFate(answered(command, response))).toBe(fate);
  });

  test('to a sign-in is the server’s, whatever it says', () => {
    for (const response of ['535 5.7.8 wrong', '454 4.7.0 later', '550 5.1.1 x'])
      expect(judgeFate(answered('AUTH PLAIN', response, 'EAUTH'))).toBe('server-fault');
  });

  test('421 is the server’s at every command', () => {
    for (const command of ['CONN', 'EHLO', 'STARTTLS', 'AUTH LOGIN', 'MAIL FROM', 'RCPT TO', 'DATA', 'RSET'])
      expect(judgeFate(answered(command, '421 4.7.0 too many connections'))).toBe('server-fault');
  });
});

describe('Every code', () => {
  const details = [...Array(40).keys()];

  test('of the recipient marks an address dead by these six and 556 alone', () => {
    const marked = new Set<string>();
    for (const subject of details.slice(0, 10)) {
      for (const detail of details) {
        const status = `${subject}.${detail}`;
        for (const [command, reply] of [
          ['RCPT TO', 550],
          ['DATA', 554],
        ] as const) {
          const fate = judgeFate(answered(command, `${reply} 5.${status} x`));
          if (fate === 'address-dead') marked.add(status);
        }
      }
    }
    expect([...marked].sort()).toEqual(['1.1', '1.10', '1.2', '1.3', '1.6', '2.1']);
    for (let reply = 500; reply < 600; reply++) {
      expect([reply, judgeFate(answered('RCPT TO', `${reply} x`)) === 'address-dead']).toEqual([
        reply,
        reply === 556,
      ]);
    }
  });

  test('that is temporary never gives a mail up', () => {
    const waits = new Set<MailFate>(['later', 'server-fault', 'sender-blocked']);
    expect(details.length).toBe(40);
    for (const subject of details.slice(0, 10)) {
      for (const detail of details) {
        for (const command of ['MAIL FROM', 'RCPT TO', 'DATA']) {
          for (const reply of [421, 432, 450, 451, 452, 454, 455, 499]) {
            const fate = judgeFate(answered(command, `${reply} 4.${subject}.${detail} x`));
            if (!waits.has(fate)) throw new Error(`${command} ${reply} 4.${subject}.${detail}: ${fate}`);
          }
        }
      }
    }
  });

  test('of the tables is what the function says', () => {
    for (const [tables, reply] of [
      [permanentFates, 550],
      [temporaryFates, 450],
    ] as const) {
      for (const [status, judged] of Object.entries(tables)) {
        const [recipient, content] = typeof judged === 'string' ? [judged, judged] : judged;
        const code = status.replace('*', '99');
        const enhanced = `${reply} ${reply === 550 ? 5 : 4}.${code} x`;
        expect([status, judgeFate(answered('RCPT TO', enhanced))]).toEqual([status, recipient]);
        expect([status, judgeFate(answered('DATA', enhanced))]).toEqual([status, content]);
      }
    }
    for (const [reply, judged] of Object.entries(bareFates)) {
      const [recipient, content] = typeof judged === 'string' ? [judged, judged] : judged;
      expect(judgeFate(answered('RCPT TO', `${reply} x`))).toBe(recipient);
      expect(judgeFate(answered('DATA', `${reply} x`))).toBe(content);
    }
  });
});

describe('No answer', () => {
  test.each<[MailFate, string, string]>([
    ['server-fault', 'ECONNECTION', 'connect'],
    ['server-fault', 'ESOCKET', 'connect'],
    ['server-fault', 'EDNS', 'connect'],
    ['server-fault', 'ETLS', 'connect'],
    ['server-fault', 'EAUTH', 'connect'],
    ['server-fault', 'ETIMEDOUT', 'connect'],
    ['server-fault', 'ECONNECTION', 'envelope'],
    ['later', 'ETIMEDOUT', 'envelope'],
    ['later', 'ECONNECTION', 'content'],
    ['later', 'ETIMEDOUT', 'content'],
    ['in-doubt', 'ECONNECTION', 'handed-over'],
    ['in-doubt', 'ETIMEDOUT', 'handed-over'],
    ['in-doubt', 'ESOCKET', 'handed-over'],
    ['later', 'ESTREAM', 'envelope'],
    ['refused', 'EENVELOPE', 'envelope'],
    ['refused', 'EMESSAGE', 'envelope'],
  ])('%s: %s at %s', (fate, code, stage) => {
    expect(judgeFate(lost(code, stage))).toBe(fate);
  });

  test('of a folder that is full or closed is the server’s', () => {
    for (const code of ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EIO', 'ENOTDIR'])
      expect(judgeFate(Object.assign(new Error(code), { code }))).toBe('server-fault');
  });

  test('of any other kind, or what is no error at all, lets the mail wait', () => {
    for (const thrown of [new TypeError('x'), 'x', null, undefined, 7, { responseCode: 'x', response: 9 }])
      expect(judgeFate(thrown)).toBe('later');
  });
});

describe('A report that a mail came back', () => {
  test('is judged as the answer to its recipient with the same code', () => {
    for (const kind of [4, 5]) {
      for (const subject of Array(10).keys()) {
        for (const detail of Array(40).keys()) {
          const code = `${kind}.${subject}.${detail}`;
          expect([code, judgeStatus(code)]).toEqual([
            code,
            judgeFate(answered('RCPT TO', `${kind}50 ${code} x`)),
          ]);
        }
      }
    }
  });

  test('without a code that anybody knows says nothing of the address', () => {
    for (const code of ['', '5.0.0', '2.1.1', 'constructor', '5.1', '5.1.1.1'])
      expect([code, judgeStatus(code)]).toEqual([code, 'refused']);
  });

  test('six codes of RFC 3463 and RFC 7505 say that an address is dead, and no other', () => {
    const all = [2, 4, 5].flatMap((kind) =>
      [...Array(8).keys()].flatMap((subject) =>
        [...Array(31).keys()].map((detail) => `${kind}.${subject}.${detail}`),
      ),
    );
    const dead = ['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1'];
    expect(all.filter(isDeadAddress)).toEqual(dead);
  });
});
