import { describe, expect, test } from '@jest/globals';
import { noticeMail, noticeOf, type NoticeFacts } from './visit-notices.js';
import { transitions } from './visit-transitions.js';

const facts: NoticeFacts = {
  reference: 'ST-2025-000001',
  kind: 'study-visit',
  title: 'Ketahanan pangan',
  guestUnitName: 'Bapas Kelas II Purwokerto',
  hostUnitName: 'Rutan Kelas IIB Banjarnegara',
  startsAt: new Date('2025-10-30T02:00:00Z'),
  endsAt: new Date('2025-10-30T05:00:00Z'),
  proposedStartsAt: null,
  proposedEndsAt: null,
  timeZone: 'Asia/Jakarta',
  place: 'Aula',
  purpose: '',
  actorName: 'Sari',
  reason: null,
  pageUrl: 'https://sambang.test/kunjungan/1',
  approvalAsked: false,
};

/** Steps that are told by other mails: the day itself and the summary. */
const silent = ['complete', 'publish-summary'];

describe('notices', () => {
  test('every step of the table has one, or is told otherwise', () => {
    for (const { action, from } of transitions) {
      expect([action, noticeOf(action, from) === null]).toEqual([action, silent.includes(action)]);
    }
  });

  test('changes without a step are not mailed', () => {
    expect(noticeOf('edit', 'confirmed')).toBeNull();
  });

  test('an answer to a new schedule is put otherwise than one to a request', () => {
    expect(noticeOf('accept', 'requested')?.subject).toBe('Kunjungan dikonfirmasi');
    expect(noticeOf('accept', 'confirmed')?.subject).toBe('Jadwal berubah');
  });

  test('a request tells the host all it needs, and asks the Kanwil that must approve', () => {
    const notice = noticeOf('submit', 'draft');
    if (!notice) throw new Error('no notice');
    const mail = noticeMail(notice, 'Budi', facts);
    expect(mail.subject).toBe('Permintaan kunjungan: Ketahanan pangan (ST-2025-000001)');
    expect(mail.text).toContain('Waktu: Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB');
    expect(mail.text).not.toContain('Usulan waktu');
    expect(noticeMail(notice, 'Kanwil', { ...facts, approvalAsked: true }).text).toContain(
      'persetujuan Kanwil',
    );
  });
});
