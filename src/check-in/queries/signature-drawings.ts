import { Injectable } from '@nestjs/common';
import { FIELD, pathOf } from '../domain/signature.js';
import { Signatures } from '../storage/signatures.js';

/** A signature as papers show it. */
export interface SignatureOnPaper {
  svg: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** Signatures by finger as drawings; whoever asks has made sure that they may be seen. */
@Injectable()
export class SignatureDrawings {
  constructor(private readonly signatures: Signatures) {}

  /** Those of a visit, by participant. */
  async ofVisit(visitId: string): Promise<Map<string, SignatureOnPaper>> {
    const all = await this.signatures.ofVisit(visitId);
    return new Map([...all].map(([id, strokes]) => [id, { svg: svgOf(pathOf(strokes)), ...FIELD }]));
  }
}

const svgOf = (path: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FIELD.width} ${FIELD.height}" width="${FIELD.width}" height="${FIELD.height}">` +
  `<path d="${path}" fill="none" stroke="#111111" stroke-width="10" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
