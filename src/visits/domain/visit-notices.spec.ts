import { describe, expect, test } from '@jest/globals';
import { noticeMail, type NoticeFacts } from './notice-mail.js';
import { noticeOf } from './visit-notices.js';
import { transitions } from './visit-transitions.js';

const facts: NoticeFacts = {
  reference: 'ST-2025-000001',
  kind: 'study-visit',
  title: 'Ketahanan pangan',
  guestUnitName: 'Bapas Kelas II Purwokerto',
  hostUnitName: 'Rutan Kelas IIB Banjarnegara',
  startsAt: new Date('2025-10-30T02:00:00Z'),
  endsAt: new Date('2025-10-30T05:00:00Z'),
  ownHours: null,
  proposedStartsAt: null,
  proposedEndsAt: null,
  proposedOwnHours: null,
  proposedBy: null,
  proposedAt: null,
  timeZone: 'Asia/Jakarta',
  place: 'Aula',
  purpose: '',

  hostMessage: '',
  conditions: '',
  replyLetterNumber: null,
  actorName: 'Sari',
  reason: null,
  pageUrl: 'https://sambang.test/kunjungan/1',
  approvalAsked: false,
  answer: null,
};

/** Steps that are told by other mails: the day itself and the summary. */
const silent = ['complete', 'publish-summary', 'vouch'];

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

  test('the first yes to what a Kanwil arranged asks the other unit, the second confirms', () => {
    expect(noticeOf('accept', 'arranged', 'requested')).toMatchObject({
      subject: 'Satu UPT sudah menerima',
      reachesCalendars: false,
      regional: false,
      arranger: true,
    });
    expect(noticeOf('accept', 'arranged', 'arranged')?.subject).toBe('Satu UPT sudah menerima');
    expect(noticeOf('accept', 'arranged', 'confirmed')?.subject).toBe('Kunjungan dikonfirmasi');
    expect(noticeOf('accept', 'requested', 'confirmed')?.subject).toBe('Kunjungan dikonfirmasi');
    expect(noticeOf('withdraw', 'arranged', 'arranged')?.subject).toBe('Kesediaan ditarik kembali');
    expect(noticeOf('withdraw', 'requested', 'withdrawn')).toMatchObject({ regional: true });
    expect(noticeOf('withdraw', 'requested', null)).toMatchObject({ regional: false });
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
