import { post, type Deed, type Scene } from './visit-scenes.js';

const isReached = async (scene: Scene): Promise<void> => {
  await post(scene, `participants/${scene.sari}/reached`, 'guest', {}, 204);
};
const ofApi = ({ sari }: Scene): string => `participants/${sari}/reached`;

/** Saying that somebody was told otherwise than by mail, and taking it back. */
export const reachDeeds: Readonly<Record<string, Deed>> = {
  'POST /api/visits/:id/participants/:participantId/reached': { in: 'confirmed', at: ofApi },
  'DELETE /api/visits/:id/participants/:participantId/reached': {
    in: 'confirmed',
    at: ofApi,
    before: isReached,
  },
  'POST /kunjungan/:id/jangkau/:participantId/sudah': {
    in: 'confirmed',
    at: ({ sari }) => `jangkau/${sari}/sudah`,
    send: () => ({}),
  },
  'POST /kunjungan/:id/jangkau/:participantId/belum': {
    in: 'confirmed',
    at: ({ sari }) => `jangkau/${sari}/belum`,
    before: isReached,
    send: () => ({}),
  },
};

/** Making a link of somebody's own. */
export const reachOthers: Readonly<Record<string, string>> = {
  'POST /api/visits/:id/nip-looks': 'shows something, and changes nothing of the visit',
  'POST /kunjungan/:id/daftar-hadir': 'as above',
  'POST /kunjungan/:id/surat/:letterId/nip': 'as above',
  'POST /api/visits/:id/press/:office/:kind/points': 'goes by the version of the text',
  'POST /api/visits/:id/press/:office/:kind/approve': 'as above',
  'POST /api/visits/:id/press/:office/:kind/ready': 'as above',
  'POST /api/visits/:id/press/:office/:kind/take-back': 'as above',
  'PUT /api/visits/:id/press/:office/:kind': 'as above',
  'POST /kunjungan/:id/siaran-pers/:office/:kind': 'as above',
  'POST /kunjungan/:id/siaran-pers/:office/:kind/tulis-ulang': 'as above',
  'POST /kunjungan/:id/siaran-pers/:office/:kind/pulihkan': 'as above',
  'POST /kunjungan/:id/siaran-pers/:office/:kind/periksa': 'as above',
  'POST /kunjungan/:id/siaran-pers/:office/:kind/setujui': 'as above',
  'POST /kunjungan/:id/siaran-pers/:office/:kind/siap': 'as above',
  'POST /kunjungan/:id/siaran-pers/:office/:kind/tarik': 'as above',
  'POST /kunjungan/:id/siaran-pers/kutipan/:office': 'goes by the version of the quote',
  'POST /kunjungan/:id/siaran-pers/kutipan/:office/surel': 'makes a link, not a change of the visit',
  'POST /kunjungan/:id/siaran-pers/kutipan/:office/pesan': 'makes a link, not a change of the visit',
  'POST /api/visits/:id/results': 'each writes a row of its own',
  'POST /api/visits/:id/products': 'as above',
  'PUT /api/visits/:id/results/:rowId': 'goes by the version of the row',
  'PUT /api/visits/:id/products/:rowId': 'as above',
  'DELETE /api/visits/:id/results/:rowId': 'as above',
  'DELETE /api/visits/:id/products/:rowId': 'as above',
  'POST /kunjungan/:id/hasil/hasil': 'each writes a row of its own',
  'POST /kunjungan/:id/hasil/produk': 'as above',
  'POST /kunjungan/:id/hasil/hasil/:rowId': 'goes by the version of the row',
  'POST /kunjungan/:id/hasil/produk/:rowId': 'as above',
  'POST /kunjungan/:id/hasil/hasil/:rowId/hapus': 'as above',
  'POST /kunjungan/:id/hasil/produk/:rowId/hapus': 'as above',
  'POST /api/visits/:id/letters': 'each writes a line of the register',
  'POST /kunjungan/:id/surat': 'as above',
  'POST /kunjungan/:id/surat/:letterId': 'goes by the version of the letter',
  'POST /kunjungan/:id/surat/:letterId/lampirkan': 'as above',
  'POST /kunjungan/:id/surat/:letterId/salinan': 'as above',
  'POST /kunjungan/:id/surat/:letterId/salinan/hapus': 'as above',
  'POST /kunjungan/:id/surat/:letterId/kirim': 'as above',
  'POST /kunjungan/:id/surat/:letterId/hapus': 'as above',
  'POST /api/visits/:id/bundles': 'puts together what there is, and changes nothing of the visit',
  'POST /kunjungan/:id/bundel': 'as above',
  'POST /kunjungan/:id/bundel/:bundleId/hapus': 'as above',
  'POST /api/visits/:id/participants/:participantId/message': 'makes a link, not a change of the visit',
  'POST /kunjungan/:id/jangkau/:participantId/pesan': 'makes a link, not a change of the visit',
};
