/** A piece of a mail's body. */
export type LetterBlock = (
  | { text: string }
  /** Name and value of each line; one with an empty value is left out. */
  | { facts: readonly (readonly [name: string, value: string])[] }
  | { heading: string; list: readonly string[] }
  /** The one thing to do next: a button, and its address in the plain part. `open`: its page needs no account. */
  | { action: string; href: string; open?: boolean }
) & {
  /** For whom it stands in the mail, where not for everybody: who has an account, or the others. */
  only?: 'accounts' | 'others';
};

export interface LetterParts {
  /** Stands above the text; the same as the subject or shorter. */
  title: string;
  /** Whom it is for: `Yth. Sari,`. */
  name: string;
  blocks: readonly LetterBlock[];
}

/** A mail's body, the same words twice: the plain part is complete without the other. */
export interface LetterBody {
  text: string;
  html: string;
  /** The same for who has no account, where that differs: without what leads to pages that need one. */
  withoutAccount?: { text: string; html: string };
}

const CLOSING = ['Salam hormat,', 'Sambang'] as const;

/**
 * Lays out a mail. One column without tables for layout, legible from 320 px on; colours follow the reader's
 * light or dark setting where the client knows `prefers-color-scheme`, and stay legible where it inverts them.
 */
export function layOutLetter({ blocks, ...letter }: LetterParts): LetterBody {
  const forAccounts = blocks.filter(({ only }) => only !== 'others');
  const forOthers = blocks.filter(isForOthers);
  const body = layOut({ ...letter, blocks: forAccounts });
  const differs = forAccounts.length !== blocks.length || forOthers.length !== blocks.length;
  return differs ? { ...body, withoutAccount: layOut({ ...letter, blocks: forOthers }) } : body;
}

/** A button leads to a page that needs an account unless it says otherwise. */
const isForOthers = (block: LetterBlock): boolean =>
  block.only !== 'accounts' && (!('action' in block) || block.open === true);

function layOut({ title, name, blocks }: LetterParts): { text: string; html: string } {
  const greeting = `Yth. ${name},`;
  const shown = blocks.filter(hasContent);
  return {
    text: [greeting, ...shown.map(plain), CLOSING.join('\n')].join('\n\n') + '\n',
    html: page(title, [
      `<h1>${escapeHtml(title)}</h1>`,
      `<p>${escapeHtml(greeting)}</p>`,
      ...shown.map(markup),
      `<p class="closing">${CLOSING.join('<br>')}</p>`,
    ]),
  };
}

function hasContent(block: LetterBlock): boolean {
  if ('text' in block) return block.text.trim() !== '';
  if ('facts' in block) return block.facts.some(([, value]) => value.trim() !== '');
  return 'list' in block ? block.list.length > 0 : true;
}

const filled = (facts: readonly (readonly [string, string])[]) =>
  facts.filter(([, value]) => value.trim() !== '');

function plain(block: LetterBlock): string {
  if ('text' in block) return block.text;
  if ('facts' in block)
    return filled(block.facts)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n');
  if ('list' in block) return [`${block.heading}:`, ...block.list.map((item) => `- ${item}`)].join('\n');
  return `${block.action}:\n${block.href}`;
}

function markup(block: LetterBlock): string {
  if ('text' in block) return `<p>${lines(block.text)}</p>`;
  if ('facts' in block) {
    const rows = filled(block.facts).map(
      ([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${lines(value)}</dd>`,
    );
    return `<dl>${rows.join('')}</dl>`;
  }
  if ('list' in block) {
    const items = block.list.map((item) => `<li>${lines(item)}</li>`);
    return `<h2>${escapeHtml(block.heading)}</h2><ul>${items.join('')}</ul>`;
  }
  return `<p><a class="action" href="${escapeHtml(block.href)}">${escapeHtml(block.action)}</a></p>`;
}

const lines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>');

const STYLE =
  ':root{color-scheme:light dark}' +
  'body{margin:0;padding:16px;background:#f4f6f8;color:#182433;font:16px/1.5 system-ui,"Segoe UI",Arial,sans-serif}' +
  'main{max-width:560px;margin:0 auto;padding:20px;background:#fff;border-radius:8px;overflow-wrap:anywhere}' +
  'h1{font-size:20px;line-height:1.3;margin:0 0 16px}h2{font-size:16px;margin:20px 0 4px}' +
  'dl{margin:16px 0;padding:12px 16px;border-left:4px solid #066fd1}dt{font-size:14px;color:#49566c}dd{margin:0 0 8px}' +
  'ul{margin:4px 0 16px;padding-left:20px}' +
  '.action{display:inline-block;padding:12px 20px;border-radius:6px;background:#0559a7;color:#fff;text-decoration:none}' +
  '@media(prefers-color-scheme:dark){body{background:#0f1722;color:#e6ebf1}main{background:#182433}dt{color:#aab6c5}}';

function page(title: string, parts: readonly string[]): string {
  return (
    '<!doctype html><html lang="id"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width,initial-scale=1">' +
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">' +
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>` +
    `<body><main>${parts.join('\n')}</main></body></html>`
  );
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML shows it, in an element or a quoted attribute. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
