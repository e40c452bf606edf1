import type { SummaryLink } from './summary.js';

const MOST_LINKS = 50;
const LONGEST_TITLE = 200;
const LONGEST_URL = 2000;

/** Links as lines of a text: `Foto kegiatan | https://…`, or the address alone. */
export const linkLines = (links: readonly SummaryLink[]): string =>
  links.map(({ title, url }) => (title ? `${title} | ${url}` : url)).join('\n');

/** Reads such lines; `fault` names the first that is none, in Indonesian. */
export function readLinkLines(text: string): { links: SummaryLink[]; fault: string | null } {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length > MOST_LINKS) return { links: [], fault: `paling banyak ${MOST_LINKS} tautan` };
  const links = lines.map((line): SummaryLink => {
    const [, title = '', url = ''] = /^(?:(.*?)\s*\|\s*)?(\S+)$/.exec(line) ?? [];
    return { title: title.slice(0, LONGEST_TITLE), url };
  });
  const wrong = lines.find((_, index) => !isWebAddress(links[index]?.url ?? ''));
  const fault =
    wrong === undefined
      ? null
      : `baris “${wrong.slice(0, 60)}” bukan alamat web, contoh: Foto | https://contoh.go.id/foto`;
  return { links, fault };
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s/]+/.test(url) && url.length <= LONGEST_URL;
}
