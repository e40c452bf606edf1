import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { organisationOf } from '../../platform/security/capabilities.js';
import { safeFileName } from '../../visits/index.js';
import type { BundlePlace } from '../domain/bundle.js';
import { BundleError } from '../domain/error-codes.js';
import { BundleFiles } from '../storage/bundle-files.js';
import { BundleRepository, type BundleProgress, type BundleRow } from '../storage/bundle-repository.js';
import { PDF, ZIP, pdfName } from './bundle-outputs.js';
import { BundlePlaces, type BundleAround, type BundleSubject } from './bundle-places.js';

/** A part that could not be made, and why. */
export interface MissingPart {
  name: string;
  reason: string;
}

/** A bundle as its office sees it. */
export interface ShownBundle {
  bundle: BundleRow;
  progress: BundleProgress;
  missing: MissingPart[];
  /** Bytes of the ZIP, and of each PDF; null where they are not there. */
  zip: number | null;
  pdfs: number[];
}

/** The bundles of a visit, a trip or a year. */
export interface PlaceBundles {
  around: BundleAround;
  bundles: ShownBundle[];
  /** The one that is being made for the office, whatever it is of; null for none. */
  underWay: BundleRow | null;
}

/** A file that is sent piece by piece. */
export interface BundleFile {
  name: string;
  mediaType: string;
  size: number;
  stream: Readable;
}

export const placeOf = ({ visitId, tripId, year }: BundleRow): BundlePlace => {
  if (visitId !== null) return { visitId, tripId: null, year: null };
  return tripId !== null
    ? { visitId: null, tripId, year: null }
    : { visitId: null, tripId: null, year: year ?? 0 };
};

/** Reads bundles of the own office. */
@Injectable()
export class ReadBundles {
  constructor(
    private readonly places: BundlePlaces,
    private readonly bundles: BundleRepository,
    private readonly files: BundleFiles,
  ) {}

  /** @throws RequestError `not-found`, `not-allowed` */
  async of(actor: Actor, of: BundleSubject): Promise<PlaceBundles> {
    const around = await this.places.around(actor, of);
    const [rows, underWay] = await Promise.all([
      this.bundles.of(around.organisation, of.place, of.subject),
      this.bundles.underWay(around.organisation),
    ]);
    return { around, underWay, bundles: await Promise.all(rows.map((row) => this.shown(row))) };
  }

  /** @throws RequestError `not-found` for those of another office, and for those who may not see what it is of any more */
  async one(actor: Actor, id: string): Promise<ShownBundle> {
    const bundle = found(await this.bundles.byId(id));
    if (bundle.organisation !== organisationOf(actor)) throw new RequestError('not-found');
    await this.places.around(actor, { place: placeOf(bundle), subject: bundle.subject });
    return this.shown(bundle);
  }

  /** @param volume of the PDF, from 1; null for the ZIP. @throws BundleError `bundle-unfinished`, `bundle-gone`; RequestError as `one` */
  async open(actor: Actor, id: string, volume: number | null): Promise<BundleFile> {
    const { bundle, pdfs } = await this.one(actor, id);
    if (bundle.state !== 'ready') throw new BundleError('bundle-unfinished');
    const file = await this.files.open(id, volume === null ? ZIP : pdfName(volume));
    if (!file) throw new BundleError('bundle-gone');
    const named = `Bundel bukti – ${bundle.title}`.replaceAll(/[\\/]/g, '-');
    const part = volume === null || pdfs.length === 1 ? '' : ` (jilid ${volume})`;
    return {
      ...file,
      name: safeFileName(`${named}${part}${volume === null ? '.zip' : '.pdf'}`),
      mediaType: volume === null ? 'application/zip' : 'application/pdf',
    };
  }

  private async shown(bundle: BundleRow): Promise<ShownBundle> {
    const progress = await this.bundles.progress(bundle.id);
    const parts = progress.missing > 0 ? await this.bundles.partsOf(bundle.id) : [];
    const missing = parts
      .filter(({ state }) => state === 'missing')
      .map(({ name, reason }) => ({ name, reason }));
    const sizes = bundle.state === 'ready' ? await this.files.sizes(bundle.id) : new Map<string, number>();
    const pdfs = [...sizes]
      .filter(([name]) => PDF.test(name))
      .toSorted(([one], [other]) => numberOf(one) - numberOf(other));
    return { bundle, progress, missing, zip: sizes.get(ZIP) ?? null, pdfs: pdfs.map(([, size]) => size) };
  }
}

const numberOf = (name: string): number => Number(PDF.exec(name)?.[1]);
