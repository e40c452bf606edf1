import { sampleReader, type MailSample } from '../../platform/text/mail-sample.js';
import { confirmAddressMail, oldAddressMail } from './address-mail.js';
import { handoverMail } from './handover-mail.js';
import { passwordMail, type MailedPurpose } from './password-mail.js';

const occasions: Readonly<Record<MailedPurpose, string>> = {
  invitation: 'Seseorang diundang memakai Sambang',
  reset: 'Seseorang lupa kata sandinya',
};

const sampleAddress = {
  name: sampleReader,
  from: 'siti@lama.test',
  to: 'siti@baru.test',
  by: 'Kepala Bapas Kelas II Purwokerto',
};

export const peopleMailSamples = (): MailSample[] => [
  ...(Object.keys(occasions) as MailedPurpose[]).map((purpose) => ({
    name: `password-link-${purpose}`,
    occasion: occasions[purpose],
    ...passwordMail(
      purpose,
      sampleReader,
      'https://sambang.contoh.test/sandi/contoh',
      purpose === 'invitation'
        ? {
            by: 'Kepala Bapas Kelas II Purwokerto',
            role: 'Petugas',
            place: 'Bapas Kelas II Purwokerto',
            operator: 'Kanwil Ditjenpas Jawa Tengah',
          }
        : null,
    ),
  })),
  {
    name: 'address-new',
    occasion: 'Alamat surel sebuah akun akan diganti: kepada alamat baru',
    ...confirmAddressMail(sampleAddress, 'https://sambang.contoh.test/alamat/contoh'),
  },
  {
    name: 'address-asked',
    occasion: 'Alamat surel sebuah akun akan diganti: kepada alamat lama',
    ...oldAddressMail(sampleAddress, 'asked'),
  },
  {
    name: 'address-changed',
    occasion: 'Alamat surel sebuah akun sudah diganti: kepada alamat lama',
    ...oldAddressMail(sampleAddress, 'changed'),
  },
  {
    name: 'handover',
    occasion: 'Seseorang menerima serah terima dari rekannya',
    ...handoverMail({
      name: sampleReader,
      from: 'Budi Santoso',
      by: 'Kepala Bapas Kelas II Purwokerto',
      taken: [
        {
          title: 'Tindak lanjut yang belum selesai',
          count: 1,
          things: ['Menyusun jadwal kebun pangan · paling lambat Senin, 1 Desember 2025'],
        },
      ],
      startUrl: 'https://sambang.contoh.test/',
    }),
  },
];
