import { Injectable } from '@nestjs/common';
import { FigureStore } from '../storage/figure-store.js';

/** Keeps the counts short to read, and counts afresh when somebody asks for it. */
@Injectable()
export class KeepFigures {
  constructor(private readonly store: FigureStore) {}

  fold(): Promise<void> {
    return this.store.fold();
  }

  /** Needed only after rows were changed with the triggers switched off, as when a copy is restored in parts. */
  rebuild(): Promise<void> {
    return this.store.rebuild();
  }
}
