import type { IconName } from '../../platform/pages/icon.js';
import type { PictureName } from './pictures.js';

interface Chapter {
  title: string;
  text: readonly string[];
  picture?: PictureName;
}

export interface Guide {
  /** The last part of its address. */
  name: string;
  icon: IconName;
  title: string;
  /** For whom it is. */
  lead: string;
  chapters: readonly Chapter[];
}

const forOfficers: Guide = {
  name: 'petugas',
  icon: 'visit',
  title: 'Untuk petugas UPT',
  lead: 'Mengajukan kunjungan, menerima tamu, dan mencatat hasilnya.',
  chapters: [
    {
      title: 'Mulai dari beranda',
      text: [
        'Masuk dengan alamat surel dan kata sandi Anda. Belum punya akun? Akun dibuat oleh kepala UPT, Kanwil, atau administrator; Anda menerima surel berisi tautan untuk membuat kata sandi.',
        'Beranda menunjukkan apa yang menunggu Anda: permintaan yang perlu dijawab, ringkasan yang perlu ditulis, tindak lanjut yang hampir jatuh tempo. Kerjakan dari atas ke bawah.',
      ],
      picture: 'start',
    },
    {
      title: 'Mengajukan kunjungan',
      text: [
        'Buka Kunjungan, lalu Ajukan kunjungan. Pilih UPT tujuan, waktu luangnya, topik dan maksud, lalu rombongan Anda. Daftar peserta dapat ditempel dari Excel, Word, atau WhatsApp; periksa kolom yang dikenali sebelum dikirim. Nomor surat permohonan boleh menyusul.',
        'Semua jam ditulis dengan zona waktunya (WIB, WITA, atau WIT). Kunjungan selalu mengikuti jam UPT tujuan; bila zona Anda berbeda, keduanya ditampilkan.',
        'Setelah diajukan, UPT tujuan menerima surel dan Kanwil menerima tembusan. UPT tujuan dapat menerima, mengusulkan waktu lain, atau menolak dengan alasan.',
      ],
      picture: 'booking',
    },
    {
      title: 'Menjawab permintaan dan menyiapkan hari kunjungan',
      text: [
        'Di halaman kunjungan hanya ada langkah yang memang dapat Anda ambil; di bawah setiap tombol tertulis akibatnya.',
        'Ketika menerima, pilih siapa yang menyambut tamu, lalu tulis ruang, pesan, syarat, dan nomor surat balasan bila ada.',
        'Setelah diterima, undangan terkirim ke kalender setiap peserta. Bila waktu atau susunan acara berubah, kalender mereka ikut berubah; Anda tidak perlu mengirim ulang.',
        'Peserta tanpa akun cukup punya alamat surel. Yang tanpa surel, yang surelnya kembali, dan yang belum menjawab tampak pada Belum terjangkau: hubungi lewat WhatsApp atau telepon, lalu beri tanda.',
        'Jangan menulis nama atau data warga binaan, dan jangan menulis rincian pengamanan.',
      ],
      picture: 'visit',
    },
    {
      title: 'Mencatat yang hadir',
      text: [
        'Pada hari kunjungan buka Hari kunjungan, lalu Layar kode hadir di layar yang tampak semua orang. Yang datang memindai kode itu dengan kamera ponsel, lalu memilih namanya atau menulis kode pribadinya. Kodenya berganti setiap menit, sehingga fotonya tidak berguna bagi yang tidak hadir. Tanpa layar, tempel Kode hadir cetak; kode itu hanya berlaku pada jam kunjungan.',
        'Yang datang tanpa terdaftar menulis nama dan instansinya sendiri. Ia langsung tercatat hadir; petugas memeriksanya, lalu menerima atau menghapusnya.',
        'Hadir, terlambat, izin, tidak hadir, dan diwakili dapat dibetulkan kapan saja di Peserta. Berapa menit sampai seseorang disebut terlambat, dan apakah peserta menandatangani di tablet, diatur pada halaman UPT tuan rumah.',
      ],
    },
    {
      title: 'Setelah kunjungan',
      text: [
        'Catat siapa yang hadir, lalu tulis ringkasan. Bila dua hari kerja setelah kunjungan ringkasan belum terbit, yang sudah tercatat dikirim otomatis.',
        'Tulis setiap janji sebagai tindak lanjut: apa, siapa, paling lambat kapan. Hanya UPT yang mengerjakannya dapat memperbarui; untuk menandai selesai, isi buktinya.',
      ],
      picture: 'promises',
    },
    {
      title: 'Membagikan praktik baik',
      text: [
        'Yang berhasil di UPT Anda dapat ditulis di Praktik Baik. Simpan sebagai draf selama belum lengkap; setelah terbit, semua UPT dapat membacanya dan mengajukan kunjungan dari sana.',
      ],
      picture: 'note',
    },
  ],
};

const forInvited: Guide = {
  name: 'peserta',
  icon: 'people',
  title: 'Untuk peserta dan undangan',
  lead: 'Menjawab undangan tanpa akun, dan menyimpannya di kalender Anda.',
  chapters: [
    {
      title: 'Menjawab undangan',
      text: [
        'Undangan datang lewat surel. Buka tautan di dalamnya; Anda tidak perlu akun dan tidak perlu kata sandi. Membuka tautan belum mengubah apa pun: jawaban tercatat setelah Anda menekan salah satu tombol.',
        'Anda juga dapat menjawab langsung dari kalender (Ya, Mungkin, Tidak) di telepon atau komputer. Jawaban dapat diubah sampai kunjungan berakhir.',
        'Tautan itu milik Anda. Jangan diteruskan: siapa pun yang membukanya menjawab atas nama Anda.',
      ],
      picture: 'answer',
    },
    {
      title: 'Berhalangan?',
      text: [
        'Pilih tidak hadir. Di halaman yang sama Anda dapat mengusulkan pengganti; UPT yang mengundang memutuskan dan memberi tahu penggantinya.',
      ],
    },
    {
      title: 'Pada hari kunjungan',
      text: [
        'Pindai kode di layar tuan rumah, lalu pilih nama Anda, atau tulis kode pribadi yang tampak pada halaman Anda. Tanpa sinyal pilihan Anda tersimpan di ponsel dan terkirim sendiri, dengan jam saat Anda memindai.',
      ],
    },
    {
      title: 'Di kalender Anda',
      text: [
        'Undangan masuk ke kalender sebagai satu acara. Bila waktu, tempat, atau susunan acara berubah, acara itu ikut berubah; bila dibatalkan, acara itu ditandai batal.',
        'Jam di kalender mengikuti zona telepon Anda. Jam setempat di UPT tujuan selalu tertulis di keterangan acara, lengkap dengan WIB, WITA, atau WIT.',
      ],
    },
    {
      title: 'Data Anda',
      text: [
        'Sambang menyimpan nama, instansi, dan alamat surel Anda untuk kunjungan ini saja. Untuk meminta salinan, memperbaiki, atau menghapusnya, hubungi narahubung yang tertulis di undangan.',
      ],
    },
  ],
};

const forRegions: Guide = {
  name: 'kanwil',
  icon: 'network',
  title: 'Untuk Kanwil',
  lead: 'Mengikuti siapa mengunjungi siapa, menyetujui bila perlu, dan menagih hasilnya.',
  chapters: [
    {
      title: 'Melihat wilayah',
      text: [
        'Sinergi menghitung kunjungan di wilayah Anda: menurut keadaan, bulan, dan pasangan UPT; berapa lama tuan rumah menjawab; UPT mana yang belum ikut. Atur periode dan program di atas.',
        'Setiap angka adalah tautan ke daftar yang dihitungnya, sehingga dapat diperiksa.',
      ],
      picture: 'sinergi',
    },
    {
      title: 'Menyetujui atau hanya mengetahui',
      text: [
        'Apakah kunjungan perlu persetujuan Kanwil ditentukan oleh pengaturan Kanwil sendiri: untuk kunjungan di dalam wilayah, dan untuk kunjungan antarwilayah. Bila perlu, tombol Setujui ada di halaman kunjungan; UPT tujuan baru dapat menerima setelah itu.',
        'Bila tidak perlu, Kanwil menerima tembusan surel dan dapat membaca semuanya.',
      ],
    },
    {
      title: 'Mengatur kunjungan',
      text: [
        'Kanwil dapat mempertemukan dua UPT: tombol Atur kunjungan ada di beranda dan di daftar kunjungan. Pilih UPT tamu di wilayah Anda, tuan rumahnya (di mana saja), waktu yang luang bagi keduanya, dan isinya. Kantor lain dapat diajak ikut.',
        'Tamu dan tuan rumah menjawab sendiri: menerima, mengusulkan waktu lain, atau menolak dengan alasan. Kunjungan menjadi pasti setelah keduanya menerima. Sampai saat itu Kanwil dapat menariknya kembali; sesudahnya Kanwil dapat membatalkannya dengan alasan.',
      ],
    },
    {
      title: 'Menagih hasil',
      text: [
        'Ringkasan yang terlambat dan tindak lanjut yang lewat jatuh tempo dihitung di Sinergi. Setiap Senin Kanwil menerima surel berisi kunjungan pekan itu dan apa yang masih ditunggu.',
      ],
    },
  ],
};

export const guides: readonly Guide[] = [forOfficers, forInvited, forRegions];
