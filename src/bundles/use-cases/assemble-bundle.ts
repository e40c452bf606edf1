import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { ZipSource } from '../../platform/documents/write-zip.js';
import { formatMoment } from '../../platform/text/dates.js';
import { noPictures, type Paper } from '../../platform/text/paper.js';
import type { Zone } from '../../platform/text/zones.js';
import { pdfLimits, sumLine } from '../domain/bundle.js';
import { coverPaper, placeholderPaper } from '../domain/told-papers.js';
import { BundleFiles } from '../storage/bundle-files.js';
import { BundleRepository, type BundleRow, type PartRow } from '../storage/bundle-repository.js';
import { partName, PDF, pdfName, ZIP } from './bundle-outputs.js';

type Merged = Awaited<ReturnType<typeof begin>>;

/** Puts the parts of a bundle together: one ZIP with their digests, and PDF with bookmarks. Done again, it gives the same. */
@Injectable()
export class AssembleBundle {
  constructor(
    private readonly clock: Clock,
    private readonly bundles: BundleRepository,
    private readonly files: BundleFiles,
  ) {}

  async execute(bundle: BundleRow, zone: Zone): Promise<void> {
    const parts = await this.bundles.partsOf(bundle.id);
    await this.writePdfs(bundle, parts, formatMoment(bundle.askedAt, zone));
    await this.writeZip(bundle, parts);
    await this.bundles.finish(bundle.id, this.clock.now());
    await this.files.drop(
      bundle.id,
      parts.map(({ number }) => partName(number)),
    );
  }

  private async writeZip({ id, askedAt }: BundleRow, parts: readonly PartRow[]): Promise<void> {
    const done = parts.filter(({ state }) => state === 'done');
    const missing = parts.filter(({ state }) => state === 'missing');
    const sums = done.map(({ name, sha256 }) => sumLine({ name, sha256: sha256 ?? '' })).join('');
    const lacks = missing.map(({ name, reason }) => `${name}: ${reason}\n`).join('');
    const sources: ZipSource[] = [
      ...done.map(({ name, number }) => ({ name, path: this.files.pathOf(id, partName(number)) })),
      { name: 'SHA256SUMS.txt', text: sums },
      ...(lacks ? [{ name: 'TIDAK TERSEDIA.txt', text: lacks }] : []),
    ];
    const { writeZip } = await import('../../platform/documents/write-zip.js');
    await this.files.keepBy(id, ZIP, (path) => writeZip(path, sources, askedAt));
  }

  /** In as many files as it takes, so that one of them fits into memory. */
  private async writePdfs(
    { id, title }: BundleRow,
    parts: readonly PartRow[],
    madeAt: string,
  ): Promise<void> {
    const former = [...(await this.files.sizes(id)).keys()].filter((name) => PDF.test(name));
    await this.files.drop(id, former);
    let merged = await begin(title);
    let volume = 1;
    await merged.addPdf('Sampul', 'Sampul', await coverOf(title, madeAt, parts));
    for (const part of parts) {
      // The same paper stands there as a PDF.
      if (part.kind === 'paper-docx') continue;
      if (merged.bytes > pdfLimits.bytes || merged.pages > pdfLimits.pages) {
        await this.files.keep(id, pdfName(volume), await merged.save());
        merged = await begin(title);
        volume += 1;
      }
      await this.addPart(merged, part);
    }
    await this.files.keep(id, pdfName(volume), await merged.save());
  }

  /** A part, or a page that says where it is and why it is not here. */
  private async addPart(merged: Merged, part: PartRow): Promise<void> {
    const { bundleId, number, section, title, name, state, reason } = part;
    const stand = async (why: string) =>
      merged.addPdf(section, title, await pdfOf(placeholderPaper(title, name, why)));
    if (state !== 'done') return stand(`Berkas ini ${reason || 'belum tersedia.'}`);
    const isPdf = name.toLowerCase().endsWith('.pdf');
    if (!isPdf && part.kind !== 'photo') {
      return stand(
        'Berkas ini bukan PDF atau gambar, jadi tidak dapat ditampilkan di sini. Bukalah dari ZIP.',
      );
    }
    const content = await this.files.read(bundleId, partName(number));
    try {
      await (isPdf ? merged.addPdf(section, title, content) : merged.addPicture(section, title, content));
    } catch {
      await stand('PDF ini bersandi atau rusak, jadi tidak dapat digabungkan di sini. Bukalah dari ZIP.');
    }
  }
}

async function begin(title: string) {
  const { MergedPdf } = await import('../../platform/documents/merge-pdf.js');
  return MergedPdf.begin(`Bundel bukti – ${title}`);
}

async function pdfOf(paper: Paper): Promise<Buffer> {
  const { writePaperPdf } = await import('../../platform/documents/paper-pdf.js');
  return writePaperPdf(paper, noPictures);
}

function coverOf(title: string, madeAt: string, parts: readonly PartRow[]): Promise<Buffer> {
  const sections = [...new Set(parts.map(({ section }) => section))];
  const counts = sections.map(
    (section) => [section, parts.filter((part) => part.section === section).length] as const,
  );
  const missing = parts.filter(({ state }) => state === 'missing');
  return pdfOf(coverPaper(title, madeAt, counts, missing));
}
