import { isIP, isIPv4 } from 'node:net';

/** How far the headers of proxies are believed: not at all, this many hops back, or from these addresses and networks. */
export type TrustedProxies = false | number | string[];

const MOST_HOPS = 10;

/** What to write instead of a plain yes, which would believe whatever a client writes itself. */
export const trustedProxiesHelp =
  'TRUST_PROXY must be off, the number of proxies in front (1 for one), or their addresses or networks, ' +
  'such as 10.0.0.0/8,192.0.2.7; "on" would believe what clients write themselves';

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  if (isIP(address) === 0 || more.length > 0) return false;
  if (bits === undefined) return true;
  return /^\d{1,3}$/.test(bits) && Number(bits) <= (isIPv4(address) ? 32 : 128);
}

/** The setting as Fastify takes it; undefined when it says none of these. */
export function trustedProxies(text: string): TrustedProxies | undefined {
  if (text === 'off' || text === 'false' || text === '0') return false;
  if (/^\d+$/.test(text)) return Number(text) <= MOST_HOPS ? Number(text) : undefined;
  const networks = text.split(',').map((part) => part.trim());
  return networks.every(isNetwork) ? networks : undefined;
}
