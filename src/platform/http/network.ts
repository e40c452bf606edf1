import { isIPv4, isIPv6 } from 'node:net';

const IPV6_GROUPS = 8;

/** The address without brackets and port, which some proxies write beside it (RFC 7239 section 6). */
const withoutPort = (address: string): string =>
  /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address)?.[1] ?? address;

/**
 * The network that an address is counted under: an IPv4 address itself, of IPv6 the /64 that one customer has
 * (RFC 6177), also of an IPv4 address written as IPv6 (RFC 4291 section 2.5.5.2) the IPv4 address.
 */
export function networkOf(address: string): string {
  const [bare = ''] = withoutPort(address).split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  if (isIPv4(bare) || !isIPv6(bare)) return bare;
  const [head = '', tail] = bare.split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const missing = tail === undefined ? 0 : Math.max(IPV6_GROUPS - before.length - after.length, 0);
  const all = [...before, ...Array<string>(missing).fill('0'), ...after];
  const numbers = all.map((group) => Number.parseInt(group, 16));
  if (numbers.slice(0, 5).every((group) => group === 0) && numbers[5] === 0xffff) {
    return numbers
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.');
  }
  const prefix = numbers.slice(0, 4).map((group) => group.toString(16));
  return `${prefix.join(':')}::/64`;
}
