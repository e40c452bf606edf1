import type { PressKind } from '../domain/press-kinds.js';

/** Addresses of the pages of press texts. */
export const roomPath = (visitId: string): string => `/kunjungan/${visitId}/siaran-pers`;

export const textPath = (visitId: string, organisation: string, kind: PressKind): string =>
  `${roomPath(visitId)}/${organisation}/${kind}`;

export const quotePath = (visitId: string, organisation: string): string =>
  `${roomPath(visitId)}/kutipan/${organisation}`;

/** What is told after a form was sent. */
export const pressNotices: Readonly<Record<string, string>> = {
  disimpan: 'Teks tersimpan. Persetujuan dan tanda siap, bila ada, dihapus bila isinya berubah.',
  ditulis: 'Teks ditulis ulang dari data. Versi sebelumnya masih ada di riwayat.',
  dipulihkan: 'Versi itu kini menjadi yang terbaru.',
  ditandai: 'Tanda tersimpan.',
  disetujui: 'Persetujuan kepala tersimpan.',
  siap: 'Teks siap dibagikan; pihak lain kini dapat membacanya.',
  ditarik: 'Teks kembali menjadi konsep.',
  diminta: 'Permintaan kutipan dikirim ke surel kepala kantor.',
  kutipan: 'Kutipan tersimpan.',
};
