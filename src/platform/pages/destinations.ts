import { signedIn, type RoutePolicy } from '../security/actor.js';
import { allows } from '../security/capabilities.js';
import type { IconName } from './icon.js';

export interface Destination {
  href: string;
  name: string;
  icon: IconName;
  policy: RoutePolicy;
  /** In the bar at the foot of a phone's screen. */
  thumb?: true;
}

/** The way around: who may not go there does not see it. */
export const destinations: readonly Destination[] = [
  { href: '/', name: 'Beranda', icon: 'home', policy: signedIn, thumb: true },
  { href: '/kalender', name: 'Kalender', icon: 'calendar', policy: signedIn, thumb: true },
  { href: '/kunjungan', name: 'Kunjungan', icon: 'visit', policy: signedIn, thumb: true },
  { href: '/praktik-baik', name: 'Praktik Baik', icon: 'book', policy: signedIn },
  { href: '/tindak-lanjut', name: 'Tindak Lanjut', icon: 'tasks', policy: signedIn },
  { href: '/sinergi', name: 'Sinergi', icon: 'network', policy: allows('sinergi.read') },
  { href: '/upt', name: 'UPT', icon: 'building', policy: signedIn },
  { href: '/pengelolaan', name: 'Pengelolaan', icon: 'gear', policy: allows('people.manage') },
  { href: '/surat', name: 'Surat', icon: 'mail', policy: allows('mails.oversee') },
  { href: '/bantuan', name: 'Bantuan', icon: 'help', policy: signedIn },
];
