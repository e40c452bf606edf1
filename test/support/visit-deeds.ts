import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { talk, welcome } from './agendas.js';
import { asSeen } from './pasted.js';
import { albumDeeds, dayDeeds, dayOthers, once } from './day-deeds.js';
import { reachDeeds, reachOthers } from './reach-deeds.js';
import {
  agendaOf,
  api,
  entryOf,
  sessionOf,
  keepsFile,
  photoOf,
  post,
  summaryOf,
  type Deed,
  type Scene,
} from './visit-scenes.js';

const withVersion = (body: object) => (scene: Scene) => ({ version: scene.version, ...body });
const ofSari =
  (rest = '') =>
  (scene: Scene) =>
    `participants/${scene.sari}${rest}`;
const sessions = async (scene: Scene) => ({ version: await agendaOf(scene), items: [welcome, talk] });
const withAgenda = async (scene: Scene): Promise<void> => {
  await request(scene.app.server)
    .put(api(scene, 'agenda'))
    .set(scene.people.guest)
    .send({ version: 0, items: [welcome, talk] })
    .expect(200);
};
const asksJoining = async (scene: Scene): Promise<void> => {
  await post(scene, 'guests', 'guest', { organisation: 'rutan-kebumen' }, 201);
};
const joins = async (scene: Scene): Promise<void> => {
  await asksJoining(scene);
  await post(scene, 'guests/join', 'joining', { partySize: 1 }, 200);
};
const asksParty = async (scene: Scene): Promise<void> => {
  await post(scene, 'party-request', 'guest', { partySize: 30 }, 200);
};
const time = { startsAt: '2025-11-05T09:00:00+07:00', endsAt: '2025-11-05T12:00:00+07:00' };
const apel = { reason: 'Apel' };
const ofHost = { unit: 'rutan-banjarnegara', side: 'host' };
const edited = { title: 'Judul baru', purpose: 'Belajar', topics: 'kebun', programs: [] };
const fixed = randomUUID();
/** Every route that can change a visit. */
export const deeds: Readonly<Record<string, Deed>> = {
  ...reachDeeds,
  ...dayDeeds,
  ...albumDeeds,
  'PATCH /api/visits/:id': { in: 'confirmed', at: () => '', send: withVersion({ title: 'Kebun' }) },
  'POST /api/visits/:id/:step': {
    in: 'confirmed',
    at: () => 'reschedule',
    send: withVersion({ ...time, reason: 'Hujan' }),
  },
  'POST /api/visits/:id/participants': {
    in: 'confirmed',
    send: () => ({ name: 'Budi', email: 'budi@tamu.test', side: 'guest', role: 'member' }),
  },
  'POST /api/visits/:id/participants/unit': { in: 'confirmed', send: () => ofHost },
  'PATCH /api/visits/:id/participants/:participantId': {
    in: 'closed',
    at: ofSari(),
    send: () => ({ attendance: 'present' }),
  },
  'DELETE /api/visits/:id/participants/:participantId': { in: 'confirmed', at: ofSari() },
  'DELETE /api/visits/:id/participants/:participantId/mail-problem': {
    in: 'confirmed',
    at: ofSari('/mail-problem'),
  },
  'POST /api/visits/:id/party-request': {
    in: 'confirmed',
    send: () => ({ partySize: 30, reason: 'Ikut semua' }),
  },
  'POST /api/visits/:id/party-answer': {
    in: 'confirmed',
    by: 'host',
    before: asksParty,
    send: () => ({ agreed: true }),
  },
  'POST /api/visits/:id/host-answer': {
    in: 'requested',
    host: 'rutan-wonosobo',
    send: withVersion({ answer: 'accept', cameBy: 'letter', letterNumber: 'B-1', letterDate: '2025-10-01' }),
  },
  'POST /api/visits/:id/guests': { in: 'confirmed', send: () => ({ organisation: 'rutan-kebumen' }) },
  'POST /api/visits/:id/guests/join': {
    in: 'confirmed',
    by: 'joining',
    before: asksJoining,
    send: () => ({ partySize: 2 }),
  },
  'POST /api/visits/:id/guests/decline': {
    in: 'confirmed',
    by: 'joining',
    before: asksJoining,
    send: () => ({ reason: 'Apel' }),
  },
  'POST /api/visits/:id/guests/leave': {
    in: 'confirmed',
    by: 'joining',
    before: joins,
    send: () => ({ reason: 'Apel' }),
  },
  'POST /api/visits/:id/guests/:organisation/take-back': {
    in: 'confirmed',
    at: () => 'guests/rutan-kebumen/take-back',
    before: asksJoining,
    send: () => ({}),
  },
  'POST /api/visits/:id/files': { in: 'closed', file: 'laporan.pdf' },
  'DELETE /api/visits/:id/files/:fileId': {
    in: 'closed',
    at: async (scene) => `files/${await once(keepsFile)(scene)}`,
  },
  'PUT /api/visits/:id/agenda': { in: 'confirmed', send: sessions },
  'POST /api/visits/:id/agenda/from-template': {
    in: 'confirmed',
    send: async (scene) => ({ version: await agendaOf(scene), template: 'half-day' }),
  },
  'POST /api/visits/:id/agenda/publish': {
    in: 'confirmed',
    before: withAgenda,
    send: async (scene) => ({ version: await agendaOf(scene) }),
  },
  'PUT /api/visits/:id/participants/:participantId/sessions': {
    in: 'confirmed',
    at: ofSari('/sessions'),
    before: withAgenda,
    send: async (scene) => ({ sessions: [await sessionOf(scene)] }),
  },
  'PUT /api/visits/:id/agenda/questions': {
    in: 'confirmed',
    before: withAgenda,
    send: async (scene) => ({
      items: [{ id: scene.visit.learningQuestionIds[0], session: await sessionOf(scene) }],
    }),
  },
  'POST /kunjungan/:id/acara/pertanyaan': {
    in: 'confirmed',
    before: withAgenda,
    send: async (scene) => ({
      question0: scene.visit.learningQuestionIds[0],
      session0: await sessionOf(scene),
    }),
  },
  'POST /api/visits/:id/entries': { in: 'closed', send: () => ({ id: fixed, text: 'Kolam lele' }) },
  'POST /api/visits/:id/entries/photos': { in: 'closed', file: 'a.jpg' },
  'POST /api/visits/:id/entries/:entryId/clearance': {
    in: 'closed',
    at: async (scene) => `entries/${await once(photoOf)(scene)}/clearance`,
  },
  'DELETE /api/visits/:id/entries/:entryId': {
    in: 'closed',
    at: async (scene) => `entries/${await once(entryOf)(scene)}`,
  },
  'PUT /api/visits/:id/summary': {
    in: 'closed',
    send: async (scene) => ({ version: await summaryOf(scene), outcomes: 'Kebun dan kolam' }),
  },
  'POST /api/visits/:id/summary/publish': {
    in: 'held',
    before: async (scene) => {
      await request(scene.app.server)
        .put(api(scene, 'summary'))
        .set(scene.people.guest)
        .send({ version: 0, outcomes: 'Kebun' })
        .expect(200);
    },
    send: async (scene) => ({ version: await summaryOf(scene) }),
  },
  'POST /kunjungan/:id/peserta/:participantId/alamat-benar': {
    in: 'confirmed',
    at: ({ sari }) => `peserta/${sari}/alamat-benar`,
  },
  'POST /kunjungan/:id/rombongan/izin': {
    in: 'confirmed',
    send: () => ({ partySize: '30', reason: 'Ikut' }),
  },
  'POST /kunjungan/:id/rombongan/jawab/izin': {
    in: 'confirmed',
    by: 'host',
    before: asksParty,
    send: () => ({ agreed: 'ya', reason: '' }),
  },
  'POST /kunjungan/:id/berkas': { in: 'confirmed', file: 'laporan.pdf' },
  'POST /kunjungan/:id/berkas/:fileId/hapus': {
    in: 'confirmed',
    at: async (scene) => `berkas/${await once(keepsFile)(scene)}/hapus`,
  },
  'POST /kunjungan/:id/ubah': { in: 'confirmed', send: withVersion(edited) },
  'POST /kunjungan/:id/tamu': { in: 'confirmed', send: () => ({ organisation: 'rutan-kebumen' }) },
  'POST /kunjungan/:id/tamu/ikut': {
    in: 'confirmed',
    by: 'joining',
    before: asksJoining,
    send: () => ({ partySize: '2' }),
  },
  'POST /kunjungan/:id/tamu/tidak': { in: 'confirmed', by: 'joining', before: asksJoining, send: () => apel },
  'POST /kunjungan/:id/tamu/mundur': { in: 'confirmed', by: 'joining', before: joins, send: () => apel },
  'POST /kunjungan/:id/tamu/:organisation/tarik': {
    in: 'confirmed',
    at: () => 'tamu/rutan-kebumen/tarik',
    before: asksJoining,
    send: () => ({ reason: '' }),
  },
  'POST /kunjungan/:id/langkah/:step': {
    in: 'confirmed',
    at: () => 'langkah/cancel',
    send: withVersion({ reason: 'Hujan' }),
  },
  'POST /kunjungan/:id/peserta': {
    in: 'confirmed',
    send: () => ({ name: 'Budi', email: 'budi@tamu.test', side: 'guest', role: 'member' }),
  },
  'POST /kunjungan/:id/peserta/upt': { in: 'confirmed', send: () => ofHost },
  'POST /kunjungan/:id/peserta/daftar': {
    in: 'confirmed',
    send: () => ({ side: 'guest', tempel: 'Budi', ...asSeen('tempel', 'Budi') }),
  },
  'POST /kunjungan/:id/peserta/:participantId': {
    in: 'confirmed',
    at: ({ sari }) => `peserta/${sari}`,
    send: () => ({ name: 'Sari Dewi', office: 'Kepala', email: 'sari@tamu.test', answer: 'accepted' }),
  },
  'POST /kunjungan/:id/peserta/:participantId/hapus': {
    in: 'confirmed',
    at: ({ sari }) => `peserta/${sari}/hapus`,
  },
  'POST /kunjungan/:id/acara': {
    in: 'confirmed',
    send: async (scene) => ({
      version: await agendaOf(scene),
      aksi: 'simpan',
      day: '2025-10-30',
      from: '09:00',
      minutes: '30',
      id: '',
      was: '',
      title: 'Penerimaan',
      kind: 'welcome',
      place: '',
      persons: '',
      note: '',
    }),
  },
  'POST /kunjungan/:id/acara/templat': {
    in: 'confirmed',
    send: async (scene) => ({ version: await agendaOf(scene), template: 'half-day' }),
  },
  'POST /kunjungan/:id/ringkasan': {
    in: 'closed',
    send: async (scene) => ({
      version: await summaryOf(scene),
      aksi: 'terbit',
      outcomes: 'Kebun dan kolam',
      decisions: '',
      notes: '',
      links: '',
    }),
  },
};

const [aboutMail, ownLink] = ['answers a question about a mail', 'sends somebody the own link anew'];
/** Routes that are no change of a visit's content, and why. */
export const others: Readonly<Record<string, string>> = {
  ...reachOthers,
  ...dayOthers,
  'POST /api/visits/:id/reply-questions/:mail/accept': aboutMail,
  'POST /api/visits/:id/reply-questions/:mail/dismiss': aboutMail,
  'POST /kunjungan/:id/surat-masuk/:mail/terima': aboutMail,
  'POST /kunjungan/:id/surat-masuk/:mail/abaikan': aboutMail,
  'POST /api/visits/:id/participants/:participantId/link': ownLink,
  'POST /kunjungan/:id/peserta/:participantId/tautan': ownLink,
  'POST /kunjungan/:id/undang-kepala': 'makes an account, not a change of the visit',
  'POST /kunjungan/:id/jawaban-tuan-rumah': 'as POST /api/visits/:id/host-answer, with a scan',
};
