import { administrator, signedIn, type RoutePolicy } from '../security/actor.js';
import type { IconName } from './icon.js';

export interface Destination {
  href: string;
  name: string;
  icon: IconName;
  policy: RoutePolicy;
  /** In the bar at the foot of a phone's screen. */
  thumb?: true;
}

const overRegions: RoutePolicy = ({ role }) => role === 'regional' || role === 'administrator';
const manages: RoutePolicy = ({ role }) => role !== 'officer';

/** The way around: who may not go there does not see it. */
export const destinations: readonly Destination[] = [
  { href: '/', name: 'Beranda', icon: 'home', policy: signedIn, thumb: true },
  { href: '/kalender', name: 'Kalender', icon: 'calendar', policy: signedIn, thumb: true },
  { href: '/kunjungan', name: 'Kunjungan', icon: 'visit', policy: signedIn, thumb: true },
  { href: '/praktik-baik', name: 'Praktik Baik', icon: 'book', policy: signedIn },
  { href: '/tindak-lanjut', name: 'Tindak Lanjut', icon: 'tasks', policy: signedIn },
  { href: '/sinergi', name: 'Sinergi', icon: 'network', policy: overRegions },
  { href: '/upt', name: 'UPT', icon: 'building', policy: signedIn },
  { href: '/pengelolaan', name: 'Pengelolaan', icon: 'gear', policy: manages },
  { href: '/surat', name: 'Surat', icon: 'mail', policy: administrator },
  { href: '/bantuan', name: 'Bantuan', icon: 'help', policy: signedIn },
];
