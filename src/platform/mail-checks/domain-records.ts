import { createPublicKey } from 'node:crypto';
import type { Found } from './mail-probe.js';
import type { NameResolver } from './name-resolver.js';

/** Names of a record of tags (RFC 6376 section 3.2) in lower case, with their values; of one given twice the first. */
function tagsOf(record: string): ReadonlyMap<string, string> {
  const pairs = record.split(';').map((tag): [string, string] => {
    const [name = '', ...value] = tag.split('=');
    return [name.trim().toLowerCase(), value.join('=').replace(/\s+/g, '')];
  });
  return new Map(pairs.reverse());
}

/** Whether mail to a domain has a way (RFC 5321 section 5.1). @throws NoNameServer */
export async function exchangeOf(domain: string, resolver: NameResolver): Promise<Found> {
  const exchanges = await resolver.exchanges(domain);
  if (exchanges.length === 0) {
    const finding = (await resolver.hasAddress(domain)) ? 'mx-by-address' : 'mx-missing';
    return { finding, detail: '' };
  }
  const hosts = exchanges.filter((host) => host !== '' && host !== '.');
  return hosts.length === 0
    ? { finding: 'mx-refuses', detail: '' }
    : { finding: 'mx-good', detail: hosts.join(', ') };
}

/** Whether the public half of the key that signs stands where receivers look for it (RFC 6376). @throws NoNameServer */
export async function dkimOf(
  domain: string,
  { selector, privateKey }: { selector: string; privateKey: string },
  resolver: NameResolver,
): Promise<Found> {
  const name = `${selector}._domainkey.${domain}`;
  const records = (await resolver.texts(name)).map(tagsOf).filter((tags) => tags.has('p'));
  if (records.length === 0) return { finding: 'dkim-missing', detail: name };
  const published = records.map((tags) => tags.get('p') ?? '');
  const own = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
  if (published.includes(own)) return { finding: 'dkim-good', detail: name };
  return { finding: published.every((key) => key === '') ? 'dkim-revoked' : 'dkim-other-key', detail: name };
}

const policies = new Set(['none', 'quarantine', 'reject']);

/** What a domain, or one above it, asks of mail that claims to be its own (DMARC, RFC 7489). @throws NoNameServer */
export async function dmarcOf(domain: string, resolver: NameResolver): Promise<Found> {
  const labels = domain.split('.');
  for (let from = 0; from < labels.length - 1; from++) {
    const records = await resolver.texts(`_dmarc.${labels.slice(from).join('.')}`);
    const found = records.filter((record) => /^v\s*=\s*DMARC1\s*(?:;|$)/.test(record));
    const [record = ''] = found;
    if (found.length === 0) continue;
    const policy = tagsOf(record).get('p')?.toLowerCase() ?? '';
    if (found.length > 1 || !policies.has(policy))
      return { finding: 'dmarc-faulty', detail: found.join(' · ') };
    return { finding: policy === 'none' ? 'dmarc-watching' : 'dmarc-good', detail: record };
  }
  return { finding: 'dmarc-missing', detail: '' };
}
