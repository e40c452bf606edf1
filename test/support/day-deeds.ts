import { randomUUID } from 'node:crypto';
import { entryOf, photoOf, walkInOf, type Deed, type Scene } from './visit-scenes.js';

const remembered = new Map<Scene, string>();
export const once =
  (make: (scene: Scene) => Promise<string>) =>
  async (scene: Scene): Promise<string> => {
    if (!remembered.has(scene)) remembered.set(scene, await make(scene));
    return remembered.get(scene) ?? '';
  };
const tap = randomUUID();

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
  'POST /kunjungan/:id/hari-ini/qr-cetak':
    'says whether a paper at the door is taken, which no reader is told',
  'POST /kunjungan/:id/hari-ini/tanda-tangan/:participantId':
    'draws a signature beside an attendance that stands',
};
