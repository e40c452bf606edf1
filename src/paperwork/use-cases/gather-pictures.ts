import { Injectable } from '@nestjs/common';
import { asJpeg } from '../../platform/pictures/as-jpeg.js';
import type { PaperPictures } from '../../platform/text/paper.js';
import { OutgoingEntries } from '../../visit-days/index.js';
import type { VisitFacts } from '../../visits/index.js';
import type { PaperFacts } from '../domain/paper-facts.js';
import { OfficePaperRepository } from '../storage/office-paper-repository.js';

/** Gathers the bytes of what stands on a paper as pictures. */
@Injectable()
export class GatherPictures {
  constructor(
    private readonly papers: OfficePaperRepository,
    private readonly entries: OutgoingEntries,
  ) {}

  /** Photos as they are kept, one after the other: they are the largest that a paper holds. */
  async execute(visits: readonly VisitFacts[], { letter, visits: told }: PaperFacts): Promise<PaperPictures> {
    const { emblem } = letter.snapshot.office;
    const photos = new Map<string, Buffer>();
    for (const [index, { id }] of visits.entries()) {
      for (const photo of told[index]?.photos ?? []) {
        const bytes = await this.entries.photo(id, photo.id, 'photo');
        if (bytes) photos.set(photo.id, bytes);
      }
    }
    return { emblem: emblem === null ? null : await this.papers.emblem(emblem), photos };
  }
}

/** Longest side of a photo on paper, in pixels: 220 to the inch of half a page's width. */
const PHOTO_SIDE = 800;

/** The same with photos as documents take them. */
export async function asJpegs({ emblem, photos }: PaperPictures): Promise<PaperPictures> {
  const written = new Map<string, Buffer>();
  for (const [id, bytes] of photos) written.set(id, (await asJpeg(bytes, PHOTO_SIDE)).content);
  return { emblem, photos: written };
}
