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

export const feedStateWords: Readonly<Record<ShownState, string>> = {
  tentative: 'Yang masih diajukan',
  confirmed: 'Yang sudah pasti',
  cancelled: 'Yang dibatalkan',
};

/** The scopes that somebody belongs to. */
export function feedScopesOf(actor: Actor): FeedScope[] {
  return [
    'me',
    ...(actor.unit === null ? [] : ['unit' as const]),
    ...(can(actor, 'visits.oversee') ? ['region' as const] : []),
  ];
}

/** What a feed holds, in a line. */
export function contentLine({ shows, states, programs }: ListedFeed): string {
  const shown = states.map((state) => feedStateWords[state].toLowerCase());
  return [
    formWords[shows],
    shown.length > 0 ? `hanya ${shown.join(' dan ')}` : '',
    programs.length > 0 ? `${programs.length} program` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

export const alarmChoices = [
  { minutes: 15, name: '15 menit sebelumnya' },
  { minutes: 60, name: '1 jam sebelumnya' },
  { minutes: 180, name: '3 jam sebelumnya' },
  { minutes: 1440, name: '1 hari sebelumnya' },
  { minutes: 4320, name: '3 hari sebelumnya' },
  { minutes: 10080, name: '1 minggu sebelumnya' },
] as const;
