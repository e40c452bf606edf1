import {
  fieldsNamed,
  namesOf,
  type FieldDescription,
  type GivenOf,
  type NamesWith,
  type ValuesOf,
} from '../../platform/text/field-description.js';
import type { VisitAspect } from './visit-aspects.js';
import { visitModes } from './visit-mode.js';

/** What belongs together on a page, and what it is called. */
export const visitGroups = {
  requestLetter: 'Surat permohonan',
  replyLetter: 'Surat balasan',
  assignmentLetter: 'Surat tugas',
  contact: 'Narahubung',
} as const;
export type VisitGroup = keyof typeof visitGroups;

/** How the form that asks for a visit has a field. */
interface InBooking {
  /** Whether a visit cannot be asked for without it. */
  needed: boolean;
  label?: string;
  hint?: string;
  placeholder?: string;
  autocomplete?: string;
  /** Whether the review tells it in a line of its own, or with its group. */
  reviewed?: true;
}

export type VisitFieldDescription = FieldDescription & {
  /** What others hear of when it changes. */
  aspect: VisitAspect;
  group?: VisitGroup;
  /** Null for what the form that asks for a visit does not have. */
  booking: InBooking | null;
  /** Where a visit's page shows it. */
  page: 'heading' | 'facts' | 'letters';
} & InCalendar &
  SeenBy;

/** The property of calendars that tells it, if any; a choice only shapes it. What is `mailed` invitations tell in words, and updates that it changed. */
type InCalendar =
  { calendar: 'summary' | 'location' | null } | { calendar: 'description' | 'conference'; mailed?: true };

/**
 * Whoever reads the visit, or only those who may know how to reach its contact (`mayKnowVisitContact`), or how to come into
 * its meeting (`mayJoinMeeting`).
 */
type SeenBy = { seenBy: 'readers' } | { seenBy: 'contact' | 'party'; empty: 'null' };

const letter = {
  seenBy: 'readers',
  page: 'letters',
  calendar: null,
  empty: 'null',
  aspect: 'letters',
} as const;
const letterNumber = { ...letter, kind: 'text', longest: 100, label: 'Nomor' } as const;
const letterDate = { ...letter, kind: 'date', label: 'Tanggal' } as const;
const hostWords = {
  kind: 'long-text',
  format: 'plain',
  longest: 2000,
  empty: 'blank',
  aspect: 'details',
  seenBy: 'readers',
  booking: null,
  page: 'facts',
  calendar: 'description',
  mailed: true,
} as const;
const contact = {
  aspect: 'details',
  group: 'contact',
  page: 'facts',
  calendar: 'description',
  mailed: true,
} as const;

/** What a visit says of itself, field by field, in the order in which it is read. */
export const visitFields = {
  title: {
    kind: 'text',
    longest: 200,
    empty: 'refused',
    label: 'Judul',
    aspect: 'details',
    seenBy: 'readers',
    booking: { needed: true, placeholder: 'mis. Belajar ketahanan pangan' },
    page: 'heading',
    calendar: 'summary',
  },
  purpose: {
    kind: 'long-text',
    format: 'plain',
    longest: 4000,
    empty: 'blank',
    label: 'Tujuan',
    aspect: 'details',
    seenBy: 'readers',
    booking: {
      needed: true,
      label: 'Maksud dan tujuan',
      hint: 'Apa yang ingin dilihat dan dibawa pulang, agar tuan rumah dapat menyiapkannya.',
    },
    page: 'facts',
    calendar: 'description',
    mailed: true,
  },
  learningQuestions: {
    kind: 'words',
    longest: 300,
    most: 5,
    rows: 5,
    lists: 'lines',
    isDistinct: true,
    empty: 'blank',
    label: 'Yang ingin dipelajari',
    hint: 'Sampai lima pertanyaan, satu per baris. Tuan rumah melihatnya saat menyusun acara, dan ringkasan menjawabnya.',
    meaning: 'What the guest wants to learn; the summary asks for an answer to each.',
    aspect: 'details',
    seenBy: 'readers',
    booking: { needed: false },
    page: 'facts',
    calendar: null,
  },
  topics: {
    kind: 'words',
    longest: 100,
    most: 20,
    rows: 3,
    empty: 'blank',
    label: 'Topik',
    hint: 'Satu topik per baris.',
    aspect: 'details',
    seenBy: 'readers',
    booking: { needed: false, hint: 'Pisahkan dengan koma.' },
    page: 'facts',
    calendar: 'description',
  },
  programs: {
    kind: 'codes',
    most: 20,
    empty: 'blank',
    label: 'Program',
    aspect: 'details',
    seenBy: 'readers',
    booking: { needed: false },
    page: 'facts',
    calendar: 'description',
  },
  mode: {
    kind: 'choice',
    choices: visitModes,
    usual: 'on-site',
    empty: 'blank',
    label: 'Cara bertemu',
    meaning: 'An online visit has no place, and takes none of the host unless the host wants it so.',
    aspect: 'place',
    seenBy: 'readers',
    booking: { needed: false },
    page: 'facts',
    calendar: 'location',
  },
  meetingLink: {
    kind: 'secure-link',
    empty: 'null',
    label: 'Tautan rapat',
    hint: 'Untuk kunjungan daring atau campuran, misalnya https://meet.google.com/abc-defg-hij. Boleh menyusul.',
    meaning:
      'An https address; told only while the visit is online or hybrid, and only to both units, their regional offices and participants.',
    aspect: 'place',
    seenBy: 'party',
    booking: { needed: false },
    page: 'facts',
    calendar: 'conference',
    mailed: true,
  },
  place: {
    kind: 'text',
    longest: 300,
    empty: 'blank',
    label: 'Tempat',
    aspect: 'place',
    seenBy: 'readers',
    booking: {
      needed: false,
      label: 'Tempat di tuan rumah',
      hint: 'Bila kosong, di kantor UPT tuan rumah.',
    },
    page: 'facts',
    calendar: 'location',
  },
  hostMessage: {
    ...hostWords,
    label: 'Pesan tuan rumah',
  },
  conditions: {
    ...hostWords,
    label: 'Syarat dari tuan rumah',
    hint: 'Pakaian, tanda pengenal, barang yang ditinggal di luar.',
  },
  partySize: {
    kind: 'whole',
    least: 1,
    most: 1000,
    unit: 'orang',
    empty: 'refused',
    label: 'Jumlah rombongan tamu (orang)',
    shortLabel: 'Rombongan',
    meaning: "Size of the guest's party; without it the number of participants on the guest's side.",
    aspect: 'details',
    seenBy: 'readers',
    booking: null,
    page: 'facts',
    calendar: null,
  },
  requestLetterNumber: {
    ...letterNumber,
    group: 'requestLetter',
    booking: {
      needed: false,
      label: 'Nomor surat permohonan',
      placeholder: 'mis. WP.13.PAS.7-PK.01.08-120',
    },
    answer: 'letters.request.number',
  },
  requestLetterDate: {
    ...letterDate,
    group: 'requestLetter',
    booking: { needed: false, label: 'Tanggal surat' },
    answer: 'letters.request.date',
  },
  replyLetterNumber: { ...letterNumber, group: 'replyLetter', booking: null, answer: 'letters.reply.number' },
  replyLetterDate: { ...letterDate, group: 'replyLetter', booking: null, answer: 'letters.reply.date' },
  assignmentLetterNumber: {
    ...letterNumber,
    group: 'assignmentLetter',
    booking: null,
    answer: 'letters.assignment.number',
  },
  assignmentLetterDate: {
    ...letterDate,
    group: 'assignmentLetter',
    booking: null,
    answer: 'letters.assignment.date',
  },
  contactName: {
    ...contact,
    kind: 'text',
    longest: 200,
    empty: 'blank',
    label: 'Nama',
    seenBy: 'readers',
    booking: { needed: true, label: 'Narahubung', autocomplete: 'name', reviewed: true },
    answer: 'contact.name',
  },
  contactPhone: {
    ...contact,
    kind: 'phone',
    empty: 'null',
    label: 'Telepon',
    seenBy: 'contact',
    booking: { needed: false, autocomplete: 'tel', reviewed: true },
    answer: 'contact.phone',
  },
  contactEmail: {
    ...contact,
    kind: 'mail-address',
    empty: 'null',
    label: 'Surel',
    seenBy: 'contact',
    booking: { needed: false, autocomplete: 'email', reviewed: true },
    answer: 'contact.email',
  },
} as const satisfies Record<string, VisitFieldDescription>;

type VisitFields = typeof visitFields;
export type VisitField = keyof VisitFields;

/** What a visit says of itself; the entity has the same, its programs but in a table of their own. */
export type VisitDetails = ValuesOf<VisitFields>;
export type GivenDetails = GivenOf<VisitFields>;

/** What the form that asks for a visit has, under the same names. */
export type BookingField = NamesWith<VisitFields, { booking: InBooking }>;
export const bookingFields = fieldsNamed(
  visitFields,
  namesOf(visitFields).filter((name): name is BookingField => visitFields[name].booking !== null),
);
export const neededInBooking = namesOf(bookingFields).filter((name) => bookingFields[name].booking.needed);

/** What calendars tell of it: in SUMMARY, LOCATION and DESCRIPTION. */
export type CalendarField = NamesWith<VisitFields, { calendar: string }>;
export const calendarFields = namesOf(visitFields).filter(
  (name): name is CalendarField => visitFields[name].calendar !== null,
);

/** What invitations tell in words beside the title and the place. */
export type MailedField = NamesWith<VisitFields, { mailed: true }>;
export const mailedFields = calendarFields.filter(
  (name): name is MailedField => 'mailed' in visitFields[name],
);

/** Whether a field is one of an official letter, whose number often comes after the visit. */
export const isLetter = (name: string): boolean =>
  namesOf(visitFields).some((each) => each === name && visitFields[each].page === 'letters');

/** What only those see who may know how to reach a visit's contact. */
export type ContactField = NamesWith<VisitFields, { seenBy: 'contact' }>;
export const visitContactFields = namesOf(visitFields).filter(
  (name): name is ContactField => visitFields[name].seenBy === 'contact',
);

/** What only those see who may come into a visit's meeting. */
export type PartyField = NamesWith<VisitFields, { seenBy: 'party' }>;
export const visitPartyFields = namesOf(visitFields).filter(
  (name): name is PartyField => visitFields[name].seenBy === 'party',
);
