import type { TemplateField } from './template-fields.js';

/** A text of a template that stands together, and where people find it. */
export interface TemplateText {
  part: string;
  place: string;
  text: string;
}

/** What is wrong with a template: a sentence, with the place. */
export interface TemplateFault {
  place: string;
  message: string;
}

/** A name in braces. */
interface Tag {
  name: string;
  kind: 'value' | 'open' | 'close';
  /** As it stands there. */
  raw: string;
  place: string;
}

/** Most faults that are told at once. */
const MOST_FAULTS = 50;
const AROUND = 24;
/** Letters of a name as a fault tells it. */
const LONGEST_SHOWN = 60;

/** All that is wrong with the placeholders and lists of a template, each with its place; none where it can be filled in. */
export function templateFaults(
  texts: readonly TemplateText[],
  fields: readonly TemplateField[],
): TemplateFault[] {
  const check = new TemplateCheck(fields);
  let part = '';
  for (const text of texts) {
    if (text.part !== part) check.end();
    part = text.part;
    check.read(text);
  }
  check.end();
  return check.faults.slice(0, MOST_FAULTS);
}

/** Where a name stands in a template; null for nowhere. */
export const placeOfName = (texts: readonly TemplateText[], name: string): string | null => {
  const at = texts.find(({ text }) => new RegExp(`\\{[#^/]?\\s*${escaped(name)}\\s*\\}`).test(text));
  return at ? quoted(at, at.text.indexOf(name)) : null;
};

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

/** A place with the words around it. */
function quoted({ place, text }: TemplateText, at: number): string {
  const from = Math.max(0, at - AROUND);
  const until = Math.min(text.length, at + AROUND * 2);
  const words = text.slice(from, until).trim();
  return `${place} (“${from > 0 ? '…' : ''}${words}${until < text.length ? '…' : ''}”)`;
}

class TemplateCheck {
  readonly faults: TemplateFault[] = [];
  /** Lists that are open, the innermost last. */
  private open: Tag[] = [];
  private readonly byName: ReadonlyMap<string, TemplateField>;

  constructor(private readonly fields: readonly TemplateField[]) {
    this.byName = new Map(fields.map((field) => [field.name, field]));
  }

  read(text: TemplateText): void {
    for (const match of text.text.matchAll(/\{([^{}]*)\}|[{}]/g)) {
      const place = quoted(text, match.index);
      const [raw, inner] = match;
      if (inner === undefined) this.brace(raw, place);
      else this.tag(tagOf(raw, inner, place));
    }
  }

  /** A part ends: what is open in it is not closed in another. */
  end(): void {
    for (const { name, raw, place } of this.open) {
      this.fault(place, `daftar ${raw} dibuka, tetapi tidak ditutup dengan {/${name}}`);
    }
    this.open = [];
  }

  private brace(raw: string, place: string): void {
    this.fault(
      place,
      raw === '{'
        ? 'kurung kurawal { tidak ditutup dalam paragraf yang sama; tulis {nama_isian}'
        : 'kurung kurawal } tidak ada pembukanya; tulis {nama_isian}',
    );
  }

  private tag(tag: Tag): void {
    if (tag.kind === 'close') this.close(tag);
    else if (tag.kind === 'open') this.opening(tag);
    else this.value(tag);
  }

  private opening(tag: Tag): void {
    const field = this.byName.get(tag.name);
    if (field && !field.inside) {
      this.fault(tag.place, `${tag.raw} bukan daftar; tulis {${tag.name}} saja`);
    } else if (!field) {
      this.unknown(
        tag,
        this.fields.filter(({ inside }) => inside).map(({ name }) => name),
      );
    } else if (this.open.some(({ name }) => name === tag.name)) {
      this.fault(tag.place, `daftar ${tag.raw} sudah dibuka dan belum ditutup`);
    }
    this.open.push(tag);
  }

  private close(tag: Tag): void {
    const last = this.open.at(-1);
    if (last?.name === tag.name) {
      this.open.pop();
      return;
    }
    const at = this.open.findLastIndex(({ name }) => name === tag.name);
    if (at >= 0) {
      const crossed = this.open.slice(at + 1).map(({ raw }) => raw);
      this.fault(tag.place, `${tag.raw} menyilang: tutup ${crossed.join(' dan ')} lebih dahulu`);
      this.open.splice(at, 1);
    } else if (last && isNear(tag.name, last.name)) {
      this.fault(tag.place, `${tag.raw} tidak dikenal; mungkin maksudnya {/${last.name}}`);
      this.open.pop();
    } else {
      this.fault(tag.place, `${tag.raw} menutup daftar yang tidak dibuka`);
    }
  }

  private value(tag: Tag): void {
    const inside = this.open.flatMap(({ name }) => this.byName.get(name)?.inside ?? []);
    if (inside.some(({ name }) => name === tag.name)) return;
    const field = this.byName.get(tag.name);
    if (field && !field.inside) return;
    if (field) {
      this.fault(tag.place, `${tag.raw} adalah daftar; tulis ${exampleOf(field)}`);
      return;
    }
    const list = this.fields.find((each) => each.inside?.some(({ name }) => name === tag.name));
    // Inside a list that nobody knows its names are not known either: one fault is enough.
    if (this.open.some(({ name }) => !this.byName.has(name))) return;
    if (list) {
      this.fault(tag.place, `${tag.raw} hanya ada di dalam daftar; tulis ${exampleOf(list)}`);
      return;
    }
    this.unknown(tag, [...inside.map(({ name }) => name), ...this.fields.map(({ name }) => name)]);
  }

  private unknown(tag: Tag, known: readonly string[]): void {
    const near = nearest(tag.name, known);
    const mark = tag.kind === 'open' ? tag.raw.charAt(1) : '';
    const hint = near === null ? '' : `; mungkin maksudnya {${mark}${near}}`;
    this.fault(tag.place, `${tag.raw} tidak dikenal${hint}`);
  }

  private fault(place: string, message: string): void {
    this.faults.push({ place, message });
  }
}

function tagOf(raw: string, inner: string, place: string): Tag {
  const text = inner.trim();
  const shown = raw.length > LONGEST_SHOWN ? `${raw.slice(0, LONGEST_SHOWN)}…}` : raw;
  if (text.startsWith('#') || text.startsWith('^')) {
    return { name: text.slice(1).trim(), kind: 'open', raw: shown, place };
  }
  if (text.startsWith('/')) return { name: text.slice(1).trim(), kind: 'close', raw: shown, place };
  return { name: text, kind: 'value', raw: shown, place };
}

const exampleOf = ({ name, inside }: TemplateField): string =>
  `{#${name}}${(inside ?? [])
    .slice(0, 2)
    .map((field) => `{${field.name}}`)
    .join(' ')}{/${name}}`;

/** The name that was likely meant; null for none that is near. */
export function nearest(name: string, known: readonly string[]): string | null {
  const near = known
    .filter((each) => isNear(name, each))
    .map((each) => ({ each, away: distance(bare(name), bare(each)) }))
    .toSorted((one, other) => one.away - other.away);
  return near[0]?.each ?? null;
}

const bare = (name: string): string => name.toLowerCase().replaceAll(/[\s._-]+/g, '');
const isNear = (name: string, known: string): boolean =>
  distance(bare(name), bare(known)) <= Math.max(1, Math.floor(bare(known).length / 4));

/** Letters to add, take away, change or swap, until one is the other (Damerau and Levenshtein, optimal string alignment). */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 8) return 99;
  const rows = Array.from({ length: one.length + 1 }, (_, index) => [index]);
  rows[0] = Array.from({ length: other.length + 1 }, (_, index) => index);
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const ways = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1)];
      if (isSwap) ways.push(at(i - 2, j - 2) + 1);
      (rows[i] ??= [])[j] = Math.min(...ways);
    }
  }
  return at(one.length, other.length);
}
