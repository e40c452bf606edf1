import { Injectable } from '@nestjs/common';

/** Something that was written of a visit and may go into a note. */
export interface VisitText {
  /** Small letters; part of a form's field names. */
  key: string;
  /** What it is called there. */
  name: string;
  text: string;
}

type Source = (visitId: string) => Promise<VisitText[]>;

/** Where features above register what they know of a visit, for notes that begin with it. */
@Injectable()
export class VisitTexts {
  private readonly sources: Source[] = [];

  /** @param source is asked only for people who may see the visit */
  register(source: Source): void {
    this.sources.push(source);
  }

  /** Texts that say something. */
  async ofVisit(visitId: string): Promise<VisitText[]> {
    const found = await Promise.all(this.sources.map((source) => source(visitId)));
    return found.flat().filter(({ text }) => text.trim() !== '');
  }
}
