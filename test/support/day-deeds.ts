import { randomUUID } from 'node:crypto';
import { albumOf, entryOf, photoOf, walkInOf, type Deed, type Scene } from './visit-scenes.js';

const remembered = new Map<Scene, string>();
export const once =
  (make: (scene: Scene) => Promise<string>) =>
  async (scene: Scene): Promise<string> => {
    if (!remembered.has(scene)) remembered.set(scene, await make(scene));
    return remembered.get(scene) ?? '';
  };
const tap = randomUUID();
const box = { x: 10, y: 10, width: 20, height: 20 };

/** What is done with the album of a visit by the API. */
export const albumDeeds: Readonly<Record<string, Deed>> = {
  'PUT /api/visits/:id/album': {
    in: 'closed',
    send: async (scene) => ({
      version: await albumOf(scene),
      photos: [{ id: await once(photoOf)(scene), caption: 'Kolam ikan' }],
    }),
  },
  'POST /api/visits/:id/entries/:entryId/blur': {
    in: 'closed',
    at: async (scene) => `entries/${await once(photoOf)(scene)}/blur`,
    send: () => ({ version: 0, boxes: [box] }),
  },
};

/** Routes of the day itself that can change a visit. */
export const dayDeeds: Readonly<Record<string, Deed>> = {
  'POST /kunjungan/:id/hari-ini/hadir': {
    in: 'closed',
    send: ({ sari }) => ({ id: tap, participant: sari, attendance: 'present' }),
  },
  'POST /kunjungan/:id/hari-ini/tamu': {
    in: 'closed',
    send: () => ({ id: '6f0b6e3c-5d4d-4a0e-9b57-3f0a4a3c9d11', name: 'Wati', office: '', side: 'guest' }),
  },
  'POST /kunjungan/:id/hari-ini/catatan': {
    in: 'closed',
    send: () => ({ id: '6f0b6e3c-5d4d-4a0e-9b57-3f0a4a3c9d12', text: 'Kolam' }),
  },
  'POST /kunjungan/:id/hari-ini/foto': { in: 'closed', file: 'a.jpg' },
  'POST /kunjungan/:id/hari-ini/tambahan/:participantId': {
    in: 'confirmed',
    at: async (scene) => `hari-ini/tambahan/${await once(walkInOf)(scene)}`,
    send: () => ({ aksi: 'terima' }),
  },
  'POST /kunjungan/:id/foto': {
    in: 'closed',
    send: async (scene) => {
      const photo = await once(photoOf)(scene);
      return { version: await albumOf(scene), order: photo, [`caption-${photo}`]: 'Kolam', aksi: 'simpan' };
    },
  },
  'POST /kunjungan/:id/foto/unggah': { in: 'closed', file: 'a.jpg' },
  'POST /kunjungan/:id/foto/:entryId/samarkan': {
    in: 'closed',
    at: async (scene) => `foto/${await once(photoOf)(scene)}/samarkan`,
    send: () => ({ version: 0, 'x-1': '10', 'y-1': '10', 'width-1': '20', 'height-1': '20', aksi: 'simpan' }),
  },
  'POST /kunjungan/:id/entri/:entryId/izin': {
    in: 'closed',
    at: async (scene) => `entri/${await once(photoOf)(scene)}/izin`,
  },
  'POST /kunjungan/:id/entri/:entryId/hapus': {
    in: 'closed',
    at: async (scene) => `entri/${await once(entryOf)(scene)}/hapus`,
  },
};

/** Those that are no change of a visit's content, and why. */
export const dayOthers: Readonly<Record<string, string>> = {
  'POST /kunjungan/:id/foto/praktik-baik': 'copies a photo into a note, which is no part of the visit',
  'POST /api/visits/:id/entries/:entryId/note': 'copies a photo into a note, which is no part of the visit',
  'POST /kunjungan/:id/hari-ini/qr-cetak':
    'says whether a paper at the door is taken, which no reader is told',
  'POST /kunjungan/:id/hari-ini/tanda-tangan/:participantId':
    'draws a signature beside an attendance that stands',
};
