import { expect, test } from '@jest/globals';
import { deliveryProblem, mailProblem } from './delivery-words.js';
import { isDeadAddress, permanentFates, type MailFate } from './mail-fate.js';

const dead = Object.keys(permanentFates)
  .map((status) => `5.${status}`)
  .filter(isDeadAddress);

test('each code of a dead address has words of our own, and one that nobody knows the usual ones', () => {
  expect(dead).toHaveLength(6);
  expect(new Set(dead.map(deliveryProblem)).size).toBe(dead.length);
  expect(deliveryProblem('5.0.0')).toBe('server penerimanya menolak surat');
  expect(deliveryProblem('constructor')).toBe('server penerimanya menolak surat');
});

test.each<[MailFate, string, string]>([
  ['address-dead', '550 5.1.1 <x@y.test>: unknown', 'kotak surat itu tidak ada'],
  ['later', '452 4.2.2 over quota', 'kotak suratnya penuh'],
  ['later', '451 try again', 'server penerimanya belum dapat menerima surat ini'],
  ['sender-blocked', '554 5.7.1 Client host blocked', 'kebijakan server itu menolak surat dari kita'],
  ['sender-blocked', '554 no', 'server penerimanya tidak mau menerima surat dari kita'],
  ['refused', '554 5.6.0 malformed', 'isi surat ini tidak diterima servernya'],
  ['refused', '550 no', 'server penerimanya menolak surat'],
  ['in-doubt', 'Connection timeout', 'jawaban servernya hilang, jadi surat ini mungkin sudah sampai'],
  ['server-fault', 'Missing credentials for "PLAIN"', 'nama atau kata sandi untuk server surel kita ditolak'],
  ['server-fault', 'Invalid login: 535 5.7.8 no', 'nama atau kata sandi untuk server surel kita ditolak'],
  ['server-fault', 'connect ECONNREFUSED 127.0.0.1:25', 'server surel kita tidak menyahut'],
  ['server-fault', 'getaddrinfo ENOTFOUND mail.test', 'nama server surel kita tidak ditemukan'],
  [
    'server-fault',
    'self-signed certificate in certificate chain',
    'sambungan terenkripsi (TLS) ke server surel kita gagal',
  ],
  ['server-fault', 'x', 'server surel kita tidak dapat dipakai'],
])('%s: %s', (fate, said, words) => {
  expect(mailProblem(fate, said)).toBe(words);
});
