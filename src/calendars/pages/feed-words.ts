import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import type { FeedForm, FeedScope, ShownState } from '../domain/feed-content.js';
import type { ListedFeed } from '../queries/feeds.js';

export const scopeWords: Readonly<Record<FeedScope, string>> = {
  me: 'Kunjungan yang saya ikuti',
  unit: 'Semua kunjungan UPT saya',
  region: 'Semua kunjungan wilayah saya',
  visit: 'Satu kunjungan ini saja',
};

export const formWords: Readonly<Record<FeedForm, string>> = {
  visits: 'Satu acara tiap kunjungan, susunan acaranya di dalam keterangan',
  sessions: 'Setiap sesi menjadi acara sendiri',
  busy: 'Waktu sibuk UPT saja, tanpa judul',
};

export const stateWords: Readonly<Record<ShownState, string>> = {
  tentative: 'Yang masih diajukan',
  confirmed: 'Yang sudah pasti',
  cancelled: 'Yang dibatalkan',
};

/** The scopes that somebody belongs to. */
export function scopesOf(actor: Actor): FeedScope[] {
  return [
    'me',
    ...(actor.unit === null ? [] : ['unit' as const]),
    ...(can(actor, 'visits.oversee') ? ['region' as const] : []),
  ];
}

/** What a feed holds, in a line. */
export function contentLine({ shows, states, programs }: ListedFeed): string {
  const shown = states.map((state) => stateWords[state].toLowerCase());
  return [
    formWords[shows],
    shown.length > 0 ? `hanya ${shown.join(' dan ')}` : '',
    programs.length > 0 ? `${programs.length} program` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** How somebody adds a feed, by what is in the hand. */
export const platforms = [
  {
    link: 'google',
    name: 'Google Kalender (Android)',
    steps:
      'Ketuk tombol ini, lalu ketuk “Tambahkan”. Muncul di ponsel setelah Google memperbaruinya, paling lama sehari.',
  },
  {
    link: 'apple',
    name: 'iPhone, iPad, Mac',
    steps: 'Ketuk tombol ini, lalu ketuk “Langganan”.',
  },
  {
    link: 'outlook',
    name: 'Outlook.com',
    steps: 'Ketuk tombol ini, lalu ketuk “Impor”.',
  },
  {
    link: 'outlookOffice',
    name: 'Outlook kantor (Microsoft 365)',
    steps: 'Ketuk tombol ini, lalu ketuk “Impor”.',
  },
] as const;

export const alarmChoices = [
  { minutes: 15, name: '15 menit sebelumnya' },
  { minutes: 60, name: '1 jam sebelumnya' },
  { minutes: 180, name: '3 jam sebelumnya' },
  { minutes: 1440, name: '1 hari sebelumnya' },
  { minutes: 4320, name: '3 hari sebelumnya' },
  { minutes: 10080, name: '1 minggu sebelumnya' },
] as const;
