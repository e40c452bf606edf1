import type { Found } from './mail-probe.js';
import type { NameResolver } from './name-resolver.js';

/** Look-ups that a check may take (RFC 7208 section 4.6.4). */
const MOST_LOOKUPS = 10;

const isSpf = (record: string): boolean => /^v=spf1(?: |$)/i.test(record);

/** Whether a domain says who may send for it (SPF, RFC 7208). @throws NoNameServer */
export async function spfOf(domain: string, resolver: NameResolver): Promise<Found> {
  const records = (await resolver.texts(domain)).filter(isSpf);
  const [record = ''] = records;
  if (records.length === 0) return { finding: 'spf-missing', detail: '' };
  if (records.length > 1) return { finding: 'spf-double', detail: records.join(' · ') };
  const lookups = await lookupsOf(record, resolver, new Set([domain]));
  if (lookups > MOST_LOOKUPS) return { finding: 'spf-too-long', detail: record };
  return { finding: /(?:^| )\+?all(?: |$)/i.test(record) ? 'spf-open' : 'spf-good', detail: record };
}

/** How many look-ups a record takes, those of what it includes too; counted to one more than may be. */
async function lookupsOf(record: string, resolver: NameResolver, seen: Set<string>): Promise<number> {
  let count = 0;
  for (const term of record.split(' ').slice(1)) {
    const [, kind = '', target = ''] =
      /^[-+~?]?(include|redirect|exists|ptr|mx|a)(?![\w-])(?:[:=]([^/]*))?/i.exec(term) ?? [];
    if (kind === '') continue;
    count++;
    if (/^(?:include|redirect)$/i.test(kind) && !target.includes('%') && !seen.has(target.toLowerCase())) {
      seen.add(target.toLowerCase());
      const [included] = (await resolver.texts(target)).filter(isSpf);
      if (included !== undefined) count += await lookupsOf(included, resolver, seen);
    }
    if (count > MOST_LOOKUPS) return count;
  }
  return count;
}
