import type { VNode } from 'preact';
import { Layout } from '../../platform/pages/layout.js';
import { administrator, type Actor, type Role } from '../../platform/security/actor.js';

const roleNames: Record<Role, string> = {
  officer: 'Petugas',
  'unit-head': 'Kepala UPT',
  regional: 'Petugas Kanwil',
  administrator: 'Administrator',
};

const steps = [
  ['Ajukan', 'Pilih UPT tujuan dan waktu luangnya. Tuan rumah menerima, atau mengusulkan waktu lain.'],
  [
    'Laksanakan',
    'Susunan acara dan undangan sampai ke kalender setiap peserta, juga ketika waktunya berubah.',
  ],
  [
    'Tindak lanjuti',
    'Ringkasan terkirim ke semua pihak dan Kanwil; praktik baik dan tindak lanjutnya tercatat.',
  ],
] as const;

/** What Sambang is, for who is not signed in. */
export function VisitorPage(): VNode {
  return (
    <Layout title="Sambang" actor={null} path="/">
      <div class="prose pt-3 pb-4">
        <h1 class="display-6 fw-bold">Kunjungan antar-UPT, dari permintaan sampai tindak lanjut</h1>
        <p class="fs-3 text-secondary">
          Sambang mengatur studi tiru, kunjungan kerja, dan koordinasi antar-UPT Pemasyarakatan di seluruh
          Indonesia.
        </p>
        <a class="btn btn-primary mt-2" href="/masuk">
          Masuk
        </a>
      </div>
      <ol class="card-grid">
        {steps.map(([name, text], index) => (
          <li key={name}>
            <div class="card h-100">
              <div class="card-body">
                <h2 class="card-title">
                  {index + 1}. {name}
                </h2>
                <p class="text-secondary mb-0">{text}</p>
              </div>
            </div>
          </li>
        ))}
      </ol>
    </Layout>
  );
}

/** Where somebody signed in goes on from. */
export function StartPage({ actor, place }: { actor: Actor; place: string | null }): VNode {
  const destinations = [
    ...(administrator(actor)
      ? [
          {
            href: '/surat',
            name: 'Surat',
            text: 'Surat yang sudah terkirim, menunggu, atau gagal, beserta alasannya.',
          },
        ]
      : []),
    {
      href: '/api/docs',
      name: 'Dokumentasi API',
      text: 'Kunjungan, susunan acara, peserta, ringkasan, dan kalender untuk program lain.',
    },
    { href: '/lupa-sandi', name: 'Ganti kata sandi', text: 'Minta tautan untuk membuat kata sandi baru.' },
  ];
  return (
    <Layout title="Beranda" actor={actor} path="/">
      <h1 class="mb-1">Selamat datang, {actor.name}</h1>
      <p class="text-secondary">
        {place === null ? roleNames[actor.role] : `${roleNames[actor.role]} · ${place}`}
      </p>
      <ul class="card-grid">
        {destinations.map(({ href, name, text }) => (
          <li key={href}>
            <a class="card card-link h-100" href={href}>
              <div class="card-body">
                <h2 class="card-title mb-1">{name}</h2>
                <p class="text-secondary mb-0">{text}</p>
              </div>
            </a>
          </li>
        ))}
      </ul>
    </Layout>
  );
}
