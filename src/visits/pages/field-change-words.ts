import { timeOfDays } from '../../platform/text/day-hours.js';
import { formatCalendarDate, formatDateTimeRange, formatMoment } from '../../platform/text/dates.js';
import { readLabel } from '../../platform/text/field-description.js';
import type { Zone } from '../../platform/text/zones.js';
import {
  hoursOfIntervals,
  type ChangedField,
  type FieldChange,
  type OtherField,
} from '../domain/field-changes.js';
import { attendanceWords } from '../domain/attendance.js';
import { visitModes } from '../domain/visit-mode.js';
import { visitFields, visitGroups, type VisitField } from '../domain/visit-fields.js';
import { participantRoleWords, sideWords, standingWords } from './visit-words.js';

const otherLabels: Readonly<Record<OtherField, string>> = {
  startsAt: 'Mulai',
  endsAt: 'Selesai',
  ownHours: 'Jam tiap hari',
  proposedStartsAt: 'Usulan mulai',
  proposedEndsAt: 'Usulan selesai',
  proposedOwnHours: 'Usulan jam tiap hari',
  askedParty: 'Rombongan yang dimintakan izin',
  agreedParty: 'Rombongan yang diizinkan',
  participant: 'Peserta',
  'participant.name': 'Nama',
  'participant.office': 'Instansi',
  'participant.position': 'Jabatan',
  'participant.rank': 'Pangkat dan golongan',
  'participant.nip': 'NIP',
  'participant.email': 'Alamat surel',
  'participant.phone': 'Telepon',
  'participant.side': 'Pihak',
  'participant.role': 'Peran',
  'participant.answer': 'Jawaban',
  'participant.attendance': 'Kehadiran',
  'participant.representedBy': 'Diwakili oleh',
  'participant.walkIn': 'Datang tanpa terdaftar',
  'participant.sessions': 'Sesi yang diikuti',
  session: 'Sesi',
  'question.session': 'Sesi',
  file: 'Berkas',
  letter: 'Surat',
  note: 'Catatan',
  photo: 'Foto',
  'photo.clearance': 'Izin foto',
  'photo.caption': 'Keterangan foto',
  'photo.album': 'Album foto',
  'photo.blur': 'Bagian foto',
  'follow-up': 'Tindak lanjut',
};

const valueWords: Partial<Record<ChangedField, Readonly<Record<string, string>>>> = {
  mode: visitModes,
  'participant.side': sideWords,
  'participant.role': participantRoleWords,
  'participant.answer': Object.fromEntries(
    Object.entries(standingWords).map(([answer, { name }]) => [answer, name]),
  ),
  'participant.attendance': attendanceWords,
  'participant.walkIn': { waits: 'menunggu diperiksa', seen: 'sudah diperiksa' },
};
const hours: readonly string[] = ['ownHours', 'proposedOwnHours'];
const moments: readonly string[] = ['startsAt', 'endsAt', 'proposedStartsAt', 'proposedEndsAt'];

const isOwn = (field: ChangedField): field is VisitField => field in visitFields;

function labelOf(field: ChangedField): string {
  if (!isOwn(field)) return otherLabels[field];
  const described = visitFields[field];
  return 'group' in described
    ? `${visitGroups[described.group]}, ${described.label.toLowerCase()}`
    : readLabel(described);
}

function valueIn(field: ChangedField, value: string, zone: Zone): string {
  if (hours.includes(field)) return formatDateTimeRange(timeOfDays(hoursOfIntervals(value), zone), zone);
  if (moments.includes(field)) return formatMoment(new Date(value), zone);
  if (isOwn(field) && visitFields[field].kind === 'date') return formatCalendarDate(value);
  return valueWords[field]?.[value] ?? value;
}

/** What the history only says to be there: its words are read at its own place, and go with it. */
const presenceWords: Partial<Record<ChangedField, readonly [string, string]>> = {
  note: ['Catatan ditambahkan', 'Catatan dihapus'],
  photo: ['Foto ditambahkan', 'Foto dihapus'],
  'photo.clearance': ['Foto dinyatakan bebas wajah dan nama warga binaan', 'Izin foto dicabut'],
  'photo.caption': ['Keterangan foto diubah', 'Keterangan foto dihapus'],
  'photo.album': ['Urutan atau pilihan foto diubah', 'Urutan atau pilihan foto dihapus'],
  'photo.blur': ['Bagian foto disamarkan untuk selamanya', 'Bagian foto disamarkan'],
};

/** A change in a line: `Tempat: “Aula” menjadi “Kebun”`. */
export function changeWords({ field, about, before, after }: FieldChange, zone: Zone): string {
  const presence = presenceWords[field];
  if (presence) return presence[after === null ? 1 : 0];
  const label = about === null ? labelOf(field) : `${about}, ${labelOf(field).toLowerCase()}`;
  const [was, is] = [before, after].map((value) => value && `“${valueIn(field, value, zone)}”`);
  if (was && is) return `${label}: ${was} menjadi ${is}`;
  if (is) return `${label}: ${is}`;
  return was ? `${label}: ${was} dihapus` : `${label} diganti`;
}
