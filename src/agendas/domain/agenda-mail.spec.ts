import { describe, expect, test } from '@jest/globals';
import { agendaChanges } from './agenda-changes.js';
import type { AgendaItem } from './agenda-items.js';
import { agendaChangesLetter, agendaLetter, type MailedVisit } from './agenda-mail.js';

const at = (clock: string, day = 30) => new Date(`2025-10-${day}T${clock}:00+09:00`);
const item = (id: string, part: Partial<AgendaItem> = {}): AgendaItem => ({
  id,
  startsAt: at('09:00'),
  endsAt: at('10:00'),
  title: `Sesi ${id}`,
  kind: 'presentation',
  place: 'Aula',
  persons: ['Ani', 'Budi'],
  note: 'rahasia panitia',
  ...part,
});
const visit: MailedVisit = {
  title: 'Pembinaan',
  reference: 'ST-2025-000001',
  guestUnitName: 'Bapas A',
  hostUnitName: 'Lapas B',
  startsAt: at('09:00'),
  endsAt: at('12:00'),
  ownHours: null,
  timeZone: 'Asia/Jayapura',
  place: 'Jayapura',
  pages: [],
  url: 'https://sambang.test/kunjungan/1',
};
const changesFrom = (published: AgendaItem[], next: AgendaItem[], of = visit) =>
  agendaChangesLetter(of, 'Sari', agendaChanges(published, next)).text;

describe('the mail of a whole agenda', () => {
  const later = item('b', { startsAt: at('10:00'), endsAt: at('11:00'), place: '', persons: [] });
  const letter = agendaLetter(visit, 'Sari', [later, item('a')]);

  test('has every session by start, in the host’s zone, and the link', () => {
    expect(letter.subject).toBe('Susunan acara: Pembinaan');
    expect(letter.text).toContain(
      '- 09.00–10.00 WIT: Sesi a\n  Tempat: Aula\n  Penanggung jawab: Ani, Budi\n- 10.00–11.00 WIT: Sesi b\n\n',
    );
    expect(letter.text).toContain('Tempat: Jayapura');
    expect(letter.text).toContain(visit.url);
    expect(letter.html).toContain('Sesi a');
    expect(letter.text).not.toContain('rahasia');
  });

  test('has dates when the visit takes several days', () => {
    const long = { ...visit, endsAt: at('12:00', 31) };
    expect(
      agendaLetter(long, 'Sari', [item('a', { startsAt: at('09:00', 31), endsAt: at('10:00', 31) })]).text,
    ).toContain('- Jumat, 31 Oktober 2025, pukul 09.00–10.00 WIT: Sesi a');
  });
});

describe('the mail of changes', () => {
  test('has only what changed, each under its heading', () => {
    const text = changesFrom(
      [item('a'), item('b'), item('c'), item('d')],
      [
        item('a'),
        item('b', { startsAt: at('11:00'), endsAt: at('12:00') }),
        item('c', { title: 'Judul baru', persons: [] }),
        item('e'),
      ],
    );
    expect(text).toContain(
      'Sesi yang waktunya berubah:\n- 11.00–12.00 WIT: Sesi b\n  Semula: 09.00–10.00 WIT\n\n',
    );
    expect(text).toContain(
      'Sesi yang isinya berubah:\n- 09.00–10.00 WIT: Judul baru\n  Judul semula: Sesi c\n' +
        '  Penanggung jawab: belum ditentukan (semula Ani, Budi)\n\n',
    );
    expect(text).toContain('Sesi baru:\n- 09.00–10.00 WIT: Sesi e');
    expect(text).toContain('Sesi yang ditiadakan:\n- 09.00–10.00 WIT: Sesi d\n\n');
    expect(text).not.toContain('Sesi a');
  });

  test('leaves out headings with nothing below', () => {
    const text = changesFrom([item('a')], [item('a', { place: '' })]);
    expect(text).toContain('Tempat: Jayapura (semula Aula)');
    for (const heading of ['waktunya', 'Sesi baru', 'ditiadakan']) expect(text).not.toContain(heading);
  });

  test('names a place that nobody named', () => {
    const text = changesFrom([item('a', { place: '' })], [item('a')], { ...visit, place: '' });
    expect(text).toContain('Tempat: Aula (semula tempat utama)');
  });

  test('dates the old time of a session that moved to another day', () => {
    const moved = { ...visit, startsAt: at('09:00', 31), endsAt: at('12:00', 31) };
    const text = changesFrom(
      [item('a')],
      [item('a', { startsAt: at('09:00', 31), endsAt: at('10:00', 31) })],
      moved,
    );
    expect(text).toContain(
      '- 09.00–10.00 WIT: Sesi a\n  Semula: Kamis, 30 Oktober 2025, pukul 09.00–10.00 WIT',
    );
  });
});
