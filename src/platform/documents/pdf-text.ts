import { fontRuns, type FontRun } from './pdf-fonts.js';

/** Finds a font for each letter of a document, and counts those that none has. */
export class PdfText {
  private lostLetters = 0;

  /** How many letters were replaced by a sign so far. */
  get lost(): number {
    return this.lostLetters;
  }

  /** The content with every text in runs of one font each, and every drawing's text as well. */
  withFonts<Content>(content: Content): Content {
    if (Array.isArray(content)) return content.map((each) => this.withFonts(each as unknown)) as Content;
    if (typeof content !== 'object' || content === null) return content;
    const entries = Object.entries(content as Record<string, unknown>).map(([name, value]) => {
      if (name === 'text' && typeof value === 'string') return [name, this.text(value)];
      if (name === 'svg' && typeof value === 'string') return [name, this.drawing(value)];
      return [name, typeof value === 'function' ? value : this.withFonts(value)];
    });
    return Object.fromEntries(entries) as Content;
  }

  private text(text: string): string | FontRun[] {
    const runs = this.runs(text);
    const [first] = runs;
    return runs.length === 1 && first?.font === 'Roboto' ? first.text : runs;
  }

  private drawing(svg: string): string {
    return svg.replace(/(<(?:text|tspan)\b[^>]*>)([^<]+)/g, (_, open: string, content: string) => {
      const runs = this.runs(unescaped(content)).map(({ text, font }) =>
        font === 'Roboto' ? escaped(text) : `<tspan font-family="${font}">${escaped(text)}</tspan>`,
      );
      return `${open}${runs.join('')}`;
    });
  }

  private runs(text: string): FontRun[] {
    const { runs, lost } = fontRuns(text);
    this.lostLetters += lost;
    return runs;
  }
}

const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' } as const;

const unescaped = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity as keyof typeof entities]);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
