import { REVIEW_DAYS } from './recorded-visit.js';

interface AbsentHost {
  guestUnitName: string;
  hostUnitName: string;
  hostHasEmail: boolean;
}

/** To the own address of a host for which its regional office answered. */
export const answeredFor = ({ hostUnitName }: AbsentHost): string =>
  `Karena belum ada yang memakai Sambang di ${hostUnitName}, Kanwil menjawab atas namanya.`;

/** To the regional office of a host where nobody has an account. */
export const askingOffice = ({ guestUnitName, hostUnitName, hostHasEmail }: AbsentHost): string =>
  `${guestUnitName} menunggu jawaban ${hostUnitName}, yang belum memakai Sambang. ${
    hostHasEmail
      ? 'Permintaan ini juga dikirim ke surelnya dan dapat dijawab lewat tautan.'
      : 'Alamat surelnya belum tercatat, sehingga hanya Kanwil yang dapat menjawab.'
  } Mohon buka kunjungan ini, lalu jawab atas namanya atau undang kepalanya.`;

/** To administrators, where nobody at the regional office has an account either. */
export const unanswerable = ({ guestUnitName, hostUnitName }: AbsentHost): string =>
  `${guestUnitName} menunggu jawaban ${hostUnitName}, tetapi belum ada akun di UPT itu maupun di Kanwilnya. Mohon undang kepalanya dari halaman kunjungan ini, atau petugas Kanwilnya.`;

/** To a host and its regional office, of an answer that the guest entered for it. */
export const enteredFor = ({ guestUnitName, hostUnitName }: AbsentHost): string =>
  `${guestUnitName} mencatat jawaban ${hostUnitName} yang datang lewat surat atau telepon. Mohon periksa; bila keliru, ajukan keberatan dalam ${REVIEW_DAYS} hari di halaman kunjungan ini.`;
