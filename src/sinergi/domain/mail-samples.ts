import { sampleReader, type MailSample } from '../../platform/text/mail-sample.js';
import { reportMail } from './report-mail.js';

export const sinergiMailSamples = (): MailSample[] => [
  {
    name: 'sinergi-report',
    occasion: 'Laporan bulanan Kanwil, pada awal bulan berikutnya',
    ...reportMail({
      name: sampleReader,
      officeName: 'Kanwil Jawa Tengah',
      month: 'Oktober 2025',
      figures: [
        ['Kunjungan diajukan', '14'],
        ['Kunjungan disepakati', '11'],
        ['Tindak lanjut selesai', '6'],
        ['Praktik direplikasi', '2'],
        ['Ringkasan terlambat (saat ini)', '1'],
      ],
      href: 'https://sambang.contoh.test/sinergi?dari=2025-10&sampai=2025-10',
    }),
  },
];
