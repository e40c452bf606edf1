import {
  PDFArray,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFDict,
  type PDFRef,
} from '@cantoo/pdf-lib';

const A4 = { width: 595.28, height: 841.89, margin: 36 } as const;

/** A bookmark: where it leads, and those below it. */
interface Bookmark {
  title: string;
  page: PDFRef;
  below: Bookmark[];
}

/** Several PDF and pictures put into one file with bookmarks; the pages stay as they are. It is held in memory whole. */
export class MergedPdf {
  private readonly bookmarks: Bookmark[] = [];
  private sourceBytes = 0;

  private constructor(private readonly document: PDFDocument) {}

  static async begin(title: string): Promise<MergedPdf> {
    const document = await PDFDocument.create();
    document.setTitle(title);
    document.setCreator('Sambang');
    document.setProducer('Sambang');
    return new MergedPdf(document);
  }

  get pages(): number {
    return this.document.getPageCount();
  }

  /** Bytes of all that was put in, by which its size is guessed. */
  get bytes(): number {
    return this.sourceBytes;
  }

  /**
   * Puts in all pages of a PDF, below a bookmark of a section.
   *
   * @throws Error for what is no whole PDF, has a password or no page; then nothing was put in
   */
  async addPdf(section: string, title: string, content: Uint8Array): Promise<void> {
    const source = await PDFDocument.load(content, { updateMetadata: false, throwOnInvalidObject: true });
    const copied = await this.document.copyPages(source, source.getPageIndices());
    const [first] = copied;
    if (!first) throw new Error('a PDF without pages');
    for (const page of copied) this.document.addPage(page);
    this.mark(section, title, first.ref, content.length);
  }

  /** Puts in a JPEG as a page of its own. @throws Error for what is none */
  async addPicture(section: string, title: string, jpeg: Uint8Array): Promise<void> {
    const picture = await this.document.embedJpg(jpeg);
    const page = this.document.addPage([A4.width, A4.height]);
    const room = { width: A4.width - 2 * A4.margin, height: A4.height - 2 * A4.margin };
    const { width, height } = picture.scaleToFit(room.width, room.height);
    page.drawImage(picture, { x: (A4.width - width) / 2, y: (A4.height - height) / 2, width, height });
    this.mark(section, title, page.ref, jpeg.length);
  }

  async save(): Promise<Uint8Array> {
    this.writeBookmarks();
    return this.document.save();
  }

  private mark(section: string, title: string, page: PDFRef, bytes: number): void {
    this.sourceBytes += bytes;
    const last = this.bookmarks.at(-1);
    const own = last?.title === section ? last : { title: section, page, below: [] };
    if (own !== last) this.bookmarks.push(own);
    own.below.push({ title, page, below: [] });
  }

  /** The outline of a PDF (ISO 32000-1, section 12.3.3). */
  private writeBookmarks(): void {
    const { context, catalog } = this.document;
    const root = context.obj({ Type: 'Outlines' });
    const rootRef = context.register(root);
    this.writeLevel(this.bookmarks, root, rootRef);
    catalog.set(PDFName.of('Outlines'), rootRef);
    catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  }

  /** @returns how many there are, with those below */
  private writeLevel(marks: readonly Bookmark[], parent: PDFDict, parentRef: PDFRef): number {
    const { context } = this.document;
    const written = marks.map((mark) => {
      const dict = context.obj({});
      return { mark, dict, ref: context.register(dict) };
    });
    let count = 0;
    for (const [index, { mark, dict, ref }] of written.entries()) {
      const destination = PDFArray.withContext(context);
      for (const part of [mark.page, PDFName.of('XYZ'), PDFNull, PDFNull, PDFNull]) destination.push(part);
      dict.set(PDFName.of('Title'), PDFHexString.fromText(mark.title));
      dict.set(PDFName.of('Parent'), parentRef);
      dict.set(PDFName.of('Dest'), destination);
      const [before, after] = [written[index - 1], written[index + 1]];
      if (before) dict.set(PDFName.of('Prev'), before.ref);
      if (after) dict.set(PDFName.of('Next'), after.ref);
      count += 1 + this.writeLevel(mark.below, dict, ref);
    }
    const [first, last] = [written[0], written.at(-1)];
    if (!first || !last) return 0;
    parent.set(PDFName.of('First'), first.ref);
    parent.set(PDFName.of('Last'), last.ref);
    parent.set(PDFName.of('Count'), PDFNumber.of(count));
    return count;
  }
}
